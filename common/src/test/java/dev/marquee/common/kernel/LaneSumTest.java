package dev.marquee.common.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

class LaneSumTest {
    /** Enough that the method is compiled on the way. */
    private static final int ROUNDS = 100_000;

    @Test
    void theOrderIsTheSameBeforeAndAfterCompilation() {
        Random random = new Random(5);
        float[] lanes = new float[FloatVector.SPECIES_PREFERRED.length()];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < lanes.length; i++) {
                lanes[i] = random.nextFloat() - 0.5f;
            }
            float expected = halved(lanes.clone());
            float actual = LaneSum.of(FloatVector.fromArray(FloatVector.SPECIES_PREFERRED, lanes, 0));
            assertEquals(expected, actual, "round " + round);
        }
    }

    private static float halved(float[] lanes) {
        for (int half = lanes.length / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                lanes[i] += lanes[i + half];
            }
        }
        return lanes[0];
    }
}
