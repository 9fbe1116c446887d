package dev.marquee.cf.train.prior;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.marquee.cf.matrix.RatingMatrix;
import org.junit.jupiter.api.Test;

/** What is wrong here makes a fit slow instead of wrong, so that no model tells. */
class RegressionTermsTest {
    /** User 1 rated three movies, user 2 only the first. */
    private static final RatingMatrix RATINGS = RatingMatrix.builder().add(1, 1, 5, 0).add(1, 2, 5, 0).add(1, 3, 5, 0)
            .add(2, 1, 5, 0).build();

    @Test
    void theDiagonalSumsTheWeightsOfWhoRatedOverTheirNumberOfRatings() {
        float[] scales = RegressionTerms.scales(RATINGS.byUser());
        assertArrayEquals(new float[]{(float) Math.sqrt(1 / 3.0), 1}, scales, 1e-6f);
        assertArrayEquals(new float[]{2 / 3f + 5, 2 / 3f, 2 / 3f},
                RegressionTerms.diagonal(RATINGS.byMovie(), new float[]{2, 5}, scales), 1e-6f);
    }

    @Test
    void nothingIsDividedByWhatIsNotAboveZero() {
        assertArrayEquals(new float[]{0.5f, 0, 0},
                RegressionTerms.ratios(new double[]{1, 1, 1}, new double[]{2, 0, -1}));
    }
}
