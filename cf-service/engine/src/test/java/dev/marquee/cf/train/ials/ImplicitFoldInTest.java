package dev.marquee.cf.train.ials;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.testing.Rows;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.common.error.InvalidRequest;
import org.junit.jupiter.api.Test;

class ImplicitFoldInTest {
    private static final IalsOptions OPTIONS = new IalsOptions(6, 80, 0.1, 0.05, 0.5, 1, 0, 3, 2);
    private static final RatingMatrix RATINGS = LowRankRatings.of(60, 50, 0.3, 1);
    private static final FactorModel MODEL = new IalsTrainer().train(RATINGS, null, OPTIONS, TrainListener.NONE)
            .model();
    private static final Folding FOLDING = new Ials().folding(MODEL, OPTIONS);

    /** Movies are solved last in an iteration: their vectors are exactly what a fold-in of their ratings gives. */
    @Test
    void aMovieFoldedInGetsTheVectorThatTheTrainingFound() {
        assertInstanceOf(ImplicitFoldIn.class, FOLDING);
        for (int movie = 0; movie < RATINGS.movies().size(); movie++) {
            float[] folded = FOLDING.movie(Rows.ids(RATINGS.users().ids(), RATINGS.byMovie(), movie),
                    Rows.values(RATINGS.byMovie(), movie)).factors();
            assertArrayEquals(MODEL.movieFactors(movie), folded, 1e-5f, "movie " + movie);
        }
    }

    /** Users were solved against the movies of the iteration before, which differ little once it converged. */
    @Test
    void aUserFoldedInGetsNearlyTheSameVector() {
        for (int user = 0; user < RATINGS.users().size(); user++) {
            float[] folded = FOLDING.user(Rows.ids(RATINGS.movies().ids(), RATINGS.byUser(), user),
                    Rows.values(RATINGS.byUser(), user)).factors();
            assertArrayEquals(MODEL.userFactors(user), folded, 0.02f, "user " + user);
        }
    }

    @Test
    void unknownMoviesAreLeftOut() {
        float[] with = FOLDING.user(new long[]{7, 999_999, 14}, new float[]{5, 1, 2}).factors();
        assertArrayEquals(FOLDING.user(new long[]{7, 14}, new float[]{5, 2}).factors(), with);
        assertArrayEquals(new float[6], FOLDING.user(new long[]{999_999}, new float[]{5}).factors());
        assertArrayEquals(new float[6], FOLDING.user(new long[0], new float[0]).factors());
    }

    @Test
    void whatCannotBeUsedIsRefusedByName() {
        assertEquals("ratings[1].rating", assertThrows(InvalidRequest.class,
                () -> FOLDING.user(new long[]{7, 14}, new float[]{1, Float.NaN})).field());
        assertEquals("ratings",
                assertThrows(InvalidRequest.class, () -> FOLDING.movie(new long[]{7, 14}, new float[1])).field());
    }
}
