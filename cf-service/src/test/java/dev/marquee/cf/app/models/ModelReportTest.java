package dev.marquee.cf.app.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.eval.CurvePoint;
import dev.marquee.cf.eval.LearningCurve;
import dev.marquee.cf.measure.CalibrationBand;
import dev.marquee.common.json.JsonColumns;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is stored today is read by later versions, so its names stay as they are. */
class ModelReportTest {
    private final JsonColumns column = new JsonColumns(new ObjectMapper(), "model");

    private ModelReport read(String stored) {
        return column.read(stored, new TypeReference<>() {});
    }

    @Test
    void reportsFromBeforeThereWereListsAndCurvesAreRead() {
        ModelReport old = read("""
                {"rmse": 0.87, "mae": 0.67, "heldOut": 100, "trainMetric": "rmse", "trainValue": 0.74,
                 "validationMetric": "rmse", "validationValue": 0.88, "epochs": 17, "refitted": true,
                 "trainMillis": 2340}""");
        assertEquals(0.87, old.rmse());
        assertNull(old.ndcgAt10());
        assertNull(old.lists());
        assertNull(old.learningCurve());
        assertNull(old.device());
        assertFalse(column.writeKnown(old).contains("null"));
    }

    @Test
    void theStoredNamesStay() {
        ModelReport report = new ModelReport(0.9, null, 0.1, 0.2, 0.3, 0.4, 5, 6, "rmse", 0.7, "rmse", 0.8, 2, true, 9,
                "CPU", "asked for",
                new LearningCurve("rmse", "rmse", 1, List.of(new CurvePoint(1, 0.7, null, 0.5))),
                List.of(new CalibrationBand("user", "2-5", 7, 0.9, 0.8, 0.7, 0.95)), null);
        String stored = column.writeKnown(report);
        assertEquals("{\"rmse\":0.9,\"ndcgAt10\":0.1,\"recallAt20\":0.2,\"hitRateAt10\":0.3,\"coverageAt10\":0.4,"
                + "\"lists\":5,\"heldOut\":6,\"trainMetric\":\"rmse\",\"trainValue\":0.7,\"validationMetric\":\"rmse\","
                + "\"validationValue\":0.8,\"epochs\":2,\"refitted\":true,\"trainMillis\":9,\"device\":\"CPU\","
                + "\"deviceReason\":\"asked for\",\"learningCurve\":{\"trainMetric\":\"rmse\","
                + "\"validationMetric\":\"rmse\",\"bestEpoch\":1,"
                + "\"points\":[{\"epoch\":1,\"train\":0.7,\"validation\":null,\"seconds\":0.5}]},"
                + "\"calibration\":[{\"of\":\"user\",\"known\":\"2-5\",\"ratings\":7,\"rmse\":0.9,\"deviation\":0.8,"
                + "\"withinOne\":0.7,\"withinTwo\":0.95}]}", stored);
        assertEquals(report, read(stored));
    }

    @Test
    void nativeExecutablesCanStoreIt() {
        assertEquals(Set.of(ModelReport.class, LearningCurve.class, CurvePoint.class, CalibrationBand.class),
                Set.of(ModelReport.class.getAnnotation(RegisterForReflection.class).targets()));
        assertTrue(DataSnapshot.class.isAnnotationPresent(RegisterForReflection.class));
    }
}
