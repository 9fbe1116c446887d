package dev.marquee.cf.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.InvalidRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void valuesComeAsNumbersOrTexts() {
        AlsOptions als = (AlsOptions) Algorithm.ALS.options(AlsOptions.DEFAULTS,
                Map.of("factors", 8, "regularization", "0.25", "seed", 5L, "weighting", 1));
        assertEquals(8, als.factors());
        assertEquals(0.25, als.regularization());
        assertEquals(1, als.weighting());
        assertEquals(5, als.seed());
        assertEquals(AlsOptions.DEFAULTS.iterations(), als.iterations());
    }

    @Test
    void wrongValuesAreRefusedByName() {
        for (Algorithm algorithm : Algorithm.values()) {
            refused(algorithm, "factors", 0);
            refused(algorithm, "factors", TrainOptions.MAX_FACTORS + 1);
            refused(algorithm, "factors", "many");
            refused(algorithm, "factors", 1.5);
            refused(algorithm, "regularization", Double.NaN);
            refused(algorithm, "regularization", -1);
            refused(algorithm, "weighting", 1.1);
            refused(algorithm, "patience", -1);
            refused(algorithm, "threads", -1);
            refused(algorithm, "momentum", 1);
        }
        refused(Algorithm.SGD, "biasRegularization", "Infinity");
        refused(Algorithm.ALS, "biasRegularization", "Infinity");
        refused(Algorithm.IALS, "biasRegularization", 1);
        refused(Algorithm.IALS, "unobservedWeight", 0);
        refused(Algorithm.IALS, "confidence", -1);
        refused(Algorithm.SGD, "learningRate", 0);
        refused(Algorithm.SGD, "epochs", 0);
        refused(Algorithm.SGD, "iterations", 5);
        refused(Algorithm.ALS, "iterations", 0);
        refused(Algorithm.ALS, "regularization", 0);
    }

    private static void refused(Algorithm algorithm, String option, Object value) {
        InvalidRequest error = assertThrows(InvalidRequest.class,
                () -> algorithm.options(algorithm.defaults(), Map.of(option, value)), algorithm + " " + option);
        assertEquals(option, error.field());
    }

    @Test
    void theDeviceIsAWordAndKeepsFactorsInItsLimits() {
        for (Algorithm algorithm : List.of(Algorithm.SGD, Algorithm.ALS)) {
            assertEquals("cpu", algorithm.defaults().device());
            assertEquals("opencl", algorithm.options(algorithm.defaults(), Map.of("device", "OpenCL")).device());
            refused(algorithm, "device", "tpu");
            refused(algorithm, "device", 3);
            TrainOptions large = algorithm.options(algorithm.defaults(), Map.of("device", "auto", "factors", 129));
            Engine engine = Engine.of(large);
            assertEquals("cpu", engine.kind());
            assertTrue(engine.reason().contains("at most 128 factors"), engine.reason());
            for (String device : List.of("gpu", "opencl")) {
                InvalidRequest error = assertThrows(InvalidRequest.class,
                        () -> algorithm.options(large, Map.of("device", device)));
                assertEquals("factors", error.field());
            }
        }
    }

    @Test
    void algorithmsWithoutKernelsHaveNoDevice() {
        for (Algorithm algorithm : List.of(Algorithm.IALS, Algorithm.BPMF, Algorithm.BIASES)) {
            String message = assertThrows(InvalidRequest.class,
                    () -> algorithm.options(algorithm.defaults(), Map.of("device", "cpu"))).getMessage();
            assertTrue(message.contains("device") && message.contains("sgd and als have"), message);
            Engine engine = Engine.of(algorithm.defaults());
            assertTrue(engine.device().startsWith("CPU (") && engine.reason().contains("no kernels"), engine.reason());
        }
    }

    @Test
    void algorithmsAreFoundByName() {
        assertEquals(Algorithm.SGD, Algorithm.named("sgd"));
        String message = assertThrows(InvalidRequest.class, () -> Algorithm.named("svd")).getMessage();
        assertTrue(message.contains("sgd, als"), message);
    }

    @Test
    void aPenaltyGrowsWithTheRatingsAsItsWeightingSays() {
        assertEquals(2f, new Penalty(2, 0, 3, 1).ofFactors(100));
        assertEquals(20f, new Penalty(2, 0.5, 3, 1).ofFactors(100), 1e-5f);
        assertEquals(300f, new Penalty(2, 0.5, 3, 1).ofBias(100), 1e-4f);
    }
}
