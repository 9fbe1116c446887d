package dev.marquee.cf.app.training;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.common.error.InvalidRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingConfigCheckTest {

    private static void check(double holdout, double validation, int checkpointSeconds, String algorithm,
            String option) {
        check(new Settings(holdout, validation, Duration.ofSeconds(checkpointSeconds), "auto",
                Map.of(algorithm, Map.of(option, "8"))));
    }

    private static void check(TrainingConfig config) {
        new TrainingConfigCheck(config, new TrainingPlanner(config, new ObjectMapper())).check(null);
    }

    @Test
    void wrongDefaultsEndTheStart() {
        assertDoesNotThrow(() -> check(0.1, 0, 0, "sgd", "factors"));
        assertEquals("marquee.training.holdout", refused(0.6, 0.1, 1, "sgd", "factors"));
        assertEquals("marquee.training.holdout", refused(0, 0.1, 1, "sgd", "factors"));
        assertEquals("marquee.training.holdout", refused(Double.NaN, 0.1, 1, "sgd", "factors"));
        assertEquals("marquee.training.validation", refused(0.5, 0.51, 1, "sgd", "factors"));
        assertEquals("marquee.training.validation", refused(0.5, -0.1, 1, "sgd", "factors"));
        assertEquals("marquee.training.checkpoint-every", refused(0.1, 0.1, -1, "sgd", "factors"));
        assertEquals("algorithm", refused(0.1, 0.1, 1, "svd", "factors"));
        assertEquals("warpFactor", refused(0.1, 0.1, 1, "als", "warpFactor"));
    }

    @Test
    void aWrongDeviceEndsTheStart() {
        InvalidRequest error = assertThrows(InvalidRequest.class,
                () -> check(new Settings(0.1, 0.1, Duration.ZERO, "tpu", Map.of())));
        assertEquals("marquee.training.device: must be cpu, gpu, opencl or auto, is tpu", error.getMessage());
    }

    private static String refused(double holdout, double validation, int checkpointSeconds, String algorithm,
            String option) {
        return assertThrows(InvalidRequest.class,
                () -> check(holdout, validation, checkpointSeconds, algorithm, option)).field();
    }
}
