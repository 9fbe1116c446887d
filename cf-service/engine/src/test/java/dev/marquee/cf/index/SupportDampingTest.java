package dev.marquee.cf.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.common.id.IdMap;
import org.junit.jupiter.api.Test;

class SupportDampingTest {
    private static final FactorModel MODEL = new FactorModel(IdMap.of(new long[]{1}), IdMap.of(new long[]{1, 2, 3}), 1,
            3.5f, 1, 5, new float[1], new float[]{1, 1, 1}, new float[]{1}, new float[]{2, 2, 2});
    private static final int[] RATINGS = {60, 20, 0};

    private static float[] scores(double damping) {
        FactorIndex index = SupportDamping.index(MODEL, movie -> RATINGS[movie], damping);
        float[] taste = {0.5f};
        return new float[]{index.score(taste, 0), index.score(taste, 1), index.score(taste, 2)};
    }

    @Test
    void asManyRatingsAsTheDampingHalveTheScore() {
        assertArrayEquals(new float[]{1.5f, 1, 0}, scores(20));
    }

    @Test
    void withoutDampingOnlyTheUnratedOnesFall() {
        assertArrayEquals(new float[]{2, 2, 0}, scores(0));
        assertEquals(2, MODEL.movieFactors(0)[0], "the model itself stays");
    }
}
