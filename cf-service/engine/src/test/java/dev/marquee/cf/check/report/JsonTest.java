package dev.marquee.cf.check.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final Map<String, Object> ODD = new LinkedHashMap<>(Map.of("text", "a \"b\" \\ c\n\t\u00fc\u2028",
            "whole", -12L, "number", 1.5e-7, "yes", true, "none", Map.of(), "many", List.of(1L, "two", List.of())));

    @Test
    void whatIsWrittenIsReadAgainAndByOthers() throws IOException {
        ODD.put("nothing", null);
        assertEquals(ODD, Json.read(Json.write(ODD)));
        assertEquals(new ObjectMapper().readTree(Json.write(ODD)).get("text").asText(), ODD.get("text"));
        assertEquals(1.5e-7, new ObjectMapper().readTree(Json.write(ODD)).get("number").asDouble());
    }

    @Test
    void whatIsNoNumberOfJsonBecomesNull() {
        assertEquals(Arrays.asList(null, null),
                Json.read(Json.write(List.of(Double.NaN, Double.POSITIVE_INFINITY))));
    }

    @Test
    void otherTextsAreRefused() {
        for (String text : List.of("", "{", "[1", "\"a", "{\"a\" 1}", "nul", "1 2", "-", "\"\\")) {
            assertThrows(IllegalArgumentException.class, () -> Json.read(text), text);
        }
        assertThrows(IllegalArgumentException.class, () -> Json.write(new Object()));
    }
}
