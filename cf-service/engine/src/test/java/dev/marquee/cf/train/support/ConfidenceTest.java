package dev.marquee.cf.train.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ConfidenceTest {

    @Test
    void reachesFromTheWorstRatingToTheBest() {
        for (double exponent : new double[]{0.5, 1, 3}) {
            Confidence confidence = new Confidence(1, 5, exponent);
            assertEquals(0, confidence.of(1));
            assertEquals(Math.pow(0.5, exponent), confidence.of(3), 1e-7);
            assertEquals(1, confidence.of(5));
        }
    }

    @Test
    void withoutExponentAllWeighTheSame() {
        assertEquals(1, new Confidence(1, 5, 0).of(1));
        assertEquals(1, new Confidence(1, 5, 0).of(4));
    }

    /** A newcomer may give a rating that nobody gave before the training. */
    @Test
    void ratingsBeyondTheScaleCountAsItsEnds() {
        assertEquals(0, new Confidence(2, 4, 2).of(0.5f));
        assertEquals(1, new Confidence(2, 4, 2).of(5));
    }

    @Test
    void whereAllRatingsAreTheSameEachIsASignOfPreference() {
        assertEquals(1, new Confidence(4, 4, 1).of(4));
    }
}
