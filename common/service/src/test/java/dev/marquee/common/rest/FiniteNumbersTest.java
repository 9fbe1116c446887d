package dev.marquee.common.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiniteNumbersTest {
    private final ObjectMapper json = new ObjectMapper();

    FiniteNumbersTest() {
        new FiniteJson().customize(json);
    }

    private record Figures(double primitive, Double boxed, float small, Float smallBoxed, List<Double> many,
            Map<String, Double> named) {}

    private static Figures of(double number) {
        return new Figures(number, number, (float) number, (float) number, Arrays.asList(number, null),
                Map.of("rmse", number));
    }

    @Test
    void whatIsNoNumberIsNull() throws JsonProcessingException {
        for (double number : new double[]{Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertEquals("{\"primitive\":null,\"boxed\":null,\"small\":null,\"smallBoxed\":null,\"many\":[null,null],"
                    + "\"named\":{\"rmse\":null}}", json.writeValueAsString(of(number)));
        }
    }

    @Test
    void numbersStayWhatTheyAre() throws JsonProcessingException {
        assertEquals("{\"primitive\":0.1,\"boxed\":0.1,\"small\":0.1,\"smallBoxed\":0.1,\"many\":[0.1,null],"
                + "\"named\":{\"rmse\":0.1}}", json.writeValueAsString(of(0.1)));
    }
}
