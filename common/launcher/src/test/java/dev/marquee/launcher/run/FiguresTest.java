package dev.marquee.launcher.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void aFigureThatDoesNotExistIsNotNought() throws JsonProcessingException {
        JsonNode report = json("{\"rmse\": 0.87123, \"mae\": null}");
        assertEquals("RMSE 0.8712", Figures.of("RMSE", report.path("rmse")));
        assertEquals("no MAE", Figures.of("MAE", report.path("mae")));
        assertEquals("no NDCG@10", Figures.of("NDCG@10", report.path("ndcgAt10")));
    }

    @Test
    void anEpochWithoutAFigureTellsNone() throws JsonProcessingException {
        assertEquals(", validation ndcg@10 0.2500",
                Figures.ofEpoch(json("{\"validationMetric\": \"ndcg@10\", \"validationValue\": 0.25}")));
        assertEquals("", Figures.ofEpoch(json("{\"validationMetric\": \"ndcg@10\", \"validationValue\": null}")));
        assertEquals("", Figures.ofEpoch(json("{}")));
    }
}
