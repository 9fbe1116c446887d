package dev.marquee.cf.train.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.TrainListener;
import org.junit.jupiter.api.Test;

class RankingValidationTest {
    /** Users 1 and 2, movies 10, 20, 30. */
    private static final RatingMatrix TRAIN = RatingMatrix.builder().add(1, 30, 5, 0).add(2, 20, 3, 0).add(2, 10, 1, 0)
            .build();

    /** @param biases by which every list is ordered */
    private static double ndcg(float[] biases, long user, long movie, float rating, int threads) {
        FactorModel model = new FactorModel(TRAIN.users(), TRAIN.movies(), 1, 0, 1, 5, new float[2], biases,
                new float[2], new float[3]);
        HeldOut held = HeldOut.of(TRAIN, new long[]{user}, new long[]{movie}, new float[]{rating});
        try (Workers workers = new Workers(threads, TrainListener.NONE)) {
            Validation validation = RankingValidation.of(TRAIN, held, workers);
            return validation.absent() ? Double.NaN : validation.judge().applyAsDouble(model);
        }
    }

    @Test
    void fourStarsAreLikedAndLessIsNot() {
        assertEquals(1, ndcg(new float[]{3, 2, 1}, 1, 10, 4, 1));
        assertTrue(Double.isNaN(ndcg(new float[]{3, 2, 1}, 1, 10, 3.5f, 1)));
        assertTrue(Double.isNaN(ndcg(new float[]{3, 2, 1}, 9, 10, 5, 1)), "an unknown user");
        assertTrue(Double.isNaN(ndcg(new float[]{3, 2, 1}, 1, 90, 5, 1)), "an unknown movie");
    }

    /** User 1's list has 10 and 20, as 30 is rated; user 2's has 30 alone. */
    @Test
    void aListLeavesOutWhatIsRated() {
        assertEquals(1 / (Math.log(3) / Math.log(2)), ndcg(new float[]{1, 2, 3}, 1, 10, 5, 1), 1e-9);
        assertEquals(1, ndcg(new float[]{3, 2, 1}, 2, 30, 5, 3));
    }
}
