package dev.marquee.cf.algorithms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.Placement;
import dev.marquee.cf.train.TrainOptions;
import dev.marquee.cf.train.als.Als;
import dev.marquee.cf.train.als.AlsOptions;
import dev.marquee.cf.train.baseline.Biases;
import dev.marquee.cf.train.ials.Ials;
import dev.marquee.cf.train.sgd.Sgd;
import dev.marquee.cf.train.sgd.SgdOptions;
import dev.marquee.common.error.InvalidRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void valuesComeAsNumbersOrTexts() {
        AlsOptions als = new Als().estimator()
                .with(Map.of("factors", 8, "regularization", "0.25", "seed", 5L, "weighting", 1)).options();
        assertEquals(8, als.factors());
        assertEquals(0.25, als.regularization());
        assertEquals(1, als.weighting());
        assertEquals(5, als.seed());
        assertEquals(AlsOptions.DEFAULTS.iterations(), als.iterations());
    }

    @Test
    void wrongValuesAreRefusedByName() {
        for (Algorithm<?> algorithm : Algorithms.ALL) {
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
        refused(new Sgd(), "biasRegularization", "Infinity");
        refused(new Als(), "biasRegularization", "Infinity");
        refused(new Ials(), "biasRegularization", 1);
        refused(new Ials(), "unobservedWeight", 0);
        refused(new Ials(), "confidence", -1);
        refused(new Sgd(), "learningRate", 0);
        refused(new Sgd(), "epochs", 0);
        refused(new Sgd(), "iterations", 5);
        refused(new Als(), "iterations", 0);
        refused(new Als(), "regularization", 0);
    }

    private static void refused(Algorithm<?> algorithm, String option, Object value) {
        InvalidRequest error = assertThrows(InvalidRequest.class,
                () -> algorithm.estimator().with(Map.of(option, value)), algorithm.id() + " " + option);
        assertEquals(option, error.field());
    }

    @Test
    void theDeviceIsAWordAndKeepsFactorsInItsLimits() {
        for (Algorithm<?> algorithm : List.of(new Sgd(), new Als(), new Ials())) {
            assertEquals("cpu", algorithm.defaults().device());
            assertEquals("opencl", algorithm.estimator().with(Map.of("device", "OpenCL")).options().device());
            refused(algorithm, "device", "tpu");
            refused(algorithm, "device", 3);
            int most = algorithm.deviceFactors().getLast();
            assertEquals(algorithm.id().equals("ials") ? 256 : 128, most);
            Estimator<?> large = algorithm.estimator().with(Map.of("device", "auto", "factors", most + 1));
            Placement placement = large.placement();
            assertEquals("cpu", placement.kind());
            assertTrue(placement.reason().contains("at most " + most + " factors"), placement.reason());
            for (String device : List.of("gpu", "opencl")) {
                InvalidRequest error = assertThrows(InvalidRequest.class,
                        () -> large.with(Map.of("device", device)));
                assertEquals("factors", error.field());
                assertTrue(error.getMessage().contains("between 1 and " + most), error.getMessage());
                algorithm.estimator().with(Map.of("device", device, "factors", most));
            }
        }
    }

    @Test
    void algorithmsWithoutKernelsHaveNoDevice() {
        for (Algorithm<?> algorithm : List.of(Algorithms.named("bpmf"), new Biases())) {
            String message = assertThrows(InvalidRequest.class,
                    () -> algorithm.estimator().with(Map.of("device", "cpu"))).getMessage();
            assertTrue(message.contains("device") && message.contains(algorithm.id() + ", which has no kernels"),
                    message);
            Placement placement = algorithm.estimator().placement();
            assertTrue(placement.device().startsWith("CPU (") && placement.reason().contains("no kernels"),
                    placement.reason());
        }
    }

    @Test
    void algorithmsAreFoundByName() {
        assertEquals(SgdOptions.DEFAULTS, Algorithms.named("sgd").defaults());
        String message = assertThrows(InvalidRequest.class, () -> Algorithms.named("svd")).getMessage();
        assertTrue(message.contains("sgd, als"), message);
    }
}
