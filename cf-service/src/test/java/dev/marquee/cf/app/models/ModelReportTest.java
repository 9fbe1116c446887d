package dev.marquee.cf.app.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ModelReportTest {

    @Test
    void reportsFromBeforeThereWereListsAndCurvesAreRead() throws JsonProcessingException {
        ModelReport old = new ObjectMapper().readValue("""
                {"rmse": 0.87, "mae": 0.67, "heldOut": 100, "trainMetric": "rmse", "trainValue": 0.74,
                 "validationMetric": "rmse", "validationValue": 0.88, "epochs": 17, "refitted": true,
                 "trainMillis": 2340}""", ModelReport.class);
        assertEquals(0.87, old.rmse());
        assertNull(old.ndcgAt10());
        assertNull(old.lists());
        assertNull(old.learningCurve());
        assertNull(old.device());
        assertFalse(new ObjectMapper().writeValueAsString(old).contains("null"));
    }
}
