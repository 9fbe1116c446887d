package dev.marquee.cf.train.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PenaltyTest {

    @Test
    void aPenaltyGrowsWithTheRatingsAsItsWeightingSays() {
        assertEquals(2f, new Penalty(2, 0, 3, 1).ofFactors(100));
        assertEquals(20f, new Penalty(2, 0.5, 3, 1).ofFactors(100), 1e-5f);
        assertEquals(300f, new Penalty(2, 0.5, 3, 1).ofBias(100), 1e-4f);
    }
}
