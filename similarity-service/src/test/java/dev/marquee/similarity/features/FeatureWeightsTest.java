package dev.marquee.similarity.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.marquee.common.error.InvalidRequest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureWeightsTest {
    private static final int KINDS = FeatureKind.values().length;

    /** All weights are {@code others} but those at the places, which are {@code weight}. */
    private static FeatureWeights weights(double others, double weight, int... places) {
        double[] w = new double[KINDS];
        Arrays.fill(w, others);
        for (int place : places) {
            w[place] = weight;
        }
        return new FeatureWeights(w[0], w[1], w[2], w[3], w[4], w[5], w[6]);
    }

    @ParameterizedTest
    @CsvSource({"0,genre", "1,director", "2,actor", "3,tag", "4,title-word", "5,year", "6,runtime"})
    void aWeightThatIsNoneIsNamed(int place, String name) {
        for (double bad : new double[]{-1, Double.NaN, 1_000_001, Double.POSITIVE_INFINITY}) {
            assertEquals(name, assertThrows(InvalidRequest.class, () -> weights(1, bad, place)).field(), "of " + bad);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e6})
    void theEndsOfTheRangeAreAllowed(double weight) {
        assertEquals(weight, weights(1, weight, 2).actor());
    }

    @Test
    @SuppressWarnings("EnumOrdinal") // weights stand in the order of the kinds
    void somethingMustCountButAnyOneOrTwoWillDo() {
        assertEquals(FeatureWeights.ALL, assertThrows(InvalidRequest.class, () -> weights(0, 0)).field());
        for (int one = 0; one < KINDS; one++) {
            for (int other = one; other < KINDS; other++) {
                assertEquals(1, weights(0, 1, one, other).of(FeatureKind.values()[one]));
            }
        }
    }
}
