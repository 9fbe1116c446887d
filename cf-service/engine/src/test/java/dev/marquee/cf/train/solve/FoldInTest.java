package dev.marquee.cf.train.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.MovieVector;
import dev.marquee.cf.model.UserVector;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.testing.Rows;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.als.Als;
import dev.marquee.cf.train.als.AlsOptions;
import dev.marquee.common.error.InvalidRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldInTest {
    private static final AlsOptions OPTIONS = new AlsOptions(6, 60, 0.2, 0.5, 0.5, 0, 0, 3, 2);
    private static final RatingMatrix RATINGS = LowRankRatings.of(60, 50, 0.4, 1);
    private static final FactorModel MODEL = new Als().trainer().train(RATINGS, null, OPTIONS, TrainListener.NONE)
            .model();

    /** Movies are solved last in an iteration: their vectors are exactly what a fold-in of their ratings gives. */
    @Test
    void aMovieFoldedInGetsTheVectorThatTheTrainingFound() {
        FoldIn foldIn = new FoldIn(MODEL, OPTIONS.penalty());
        for (int movie = 0; movie < RATINGS.movies().size(); movie++) {
            Csr byMovie = RATINGS.byMovie();
            MovieVector vector = foldIn.movie(Rows.ids(RATINGS.users().ids(), byMovie, movie),
                    Rows.values(byMovie, movie));
            assertEquals(MODEL.movieBias(movie), vector.bias(), 1e-5f);
            assertArrayEquals(MODEL.movieFactors(movie), vector.factors(), 1e-4f);
        }
    }

    /** Users were solved against the movies of the iteration before, which differ little once it converged. */
    @Test
    void aUserFoldedInGetsNearlyTheSamePredictions() {
        FoldIn foldIn = new FoldIn(MODEL, OPTIONS.penalty());
        for (int user = 0; user < RATINGS.users().size(); user++) {
            Csr byUser = RATINGS.byUser();
            UserVector vector = foldIn.user(Rows.ids(RATINGS.movies().ids(), byUser, user), Rows.values(byUser, user));
            for (int movie = 0; movie < RATINGS.movies().size(); movie++) {
                assertEquals(MODEL.predict(user, movie), MODEL.predict(vector, movie), 0.05);
            }
        }
    }

    /**
     * The features were fitted once more after the last solution, which moves them little at the end. Users are drawn
     * to the place of newcomers besides, by a third with the 20 ratings that they have here.
     */
    @Test
    void implicitFeaturesDrawAFoldedInVectorAsInTheTraining() {
        AlsOptions options = new AlsOptions(6, 100, 0.5, 0.5, 0.5, 5, 0, 3, 2);
        FactorModel model = new Als().trainer().train(RATINGS, null, options, TrainListener.NONE).model();
        FoldIn foldIn = new FoldIn(model, options.penalty());
        FactorModel plain = new FactorModel(model.users(), model.movies(), 6, model.mean(), 1, 5, model.allUserBiases(),
                model.allMovieBiases(), model.allUserFactors(), model.allMovieFactors());
        Csr byMovie = RATINGS.byMovie();
        double moved = 0;
        for (int user = 0; user < RATINGS.users().size(); user++) {
            long[] movies = Rows.ids(RATINGS.movies().ids(), RATINGS.byUser(), user);
            UserVector vector = foldIn.user(movies, Rows.values(RATINGS.byUser(), user));
            assertArrayEquals(model.userFactors(user), vector.factors(), 5e-2f);
        }
        for (int movie = 0; movie < RATINGS.movies().size(); movie++) {
            long[] users = Rows.ids(RATINGS.users().ids(), byMovie, movie);
            MovieVector vector = foldIn.movie(users, Rows.values(byMovie, movie));
            assertArrayEquals(model.movieFactors(movie), vector.factors(), 2e-3f);
            MovieVector without = new FoldIn(plain, options.penalty()).movie(users, Rows.values(byMovie, movie));
            for (int f = 0; f < 6; f++) {
                moved = Math.max(moved, Math.abs(without.factors()[f] - vector.factors()[f]));
            }
        }
        assertTrue(moved > 0.02, "the features move a vector by no more than " + moved);
    }

    /** So strong a penalty leaves nothing to the ratings. */
    @Test
    void theFewerRatingsTheNearerToNewcomers() {
        FactorModel model = new Als().estimator().with(Map.of("factors", 6, "implicitRegularization", 5))
                .train(RATINGS, null, TrainListener.NONE).model();
        UserVector newcomer = model.trainedNewcomer().orElseThrow();
        FoldIn foldIn = new FoldIn(model, new Penalty(1000, 1, 1000, 1));
        for (int count : new int[]{1, 2, 10, 25}) {
            int[] movies = IntStream.range(0, count).toArray();
            long[] ids = IntStream.range(0, count).mapToLong(movie -> model.movies().ids()[movie]).toArray();
            float[] stars = new float[count];
            Arrays.fill(stars, 3);
            UserVector vector = foldIn.user(ids, stars);
            float[] learnt = model.implicit().orElseThrow().userMean(movies, count);
            for (int f = 0; f < 6; f++) {
                assertEquals((10 * newcomer.factors()[f] + count * learnt[f]) / (10 + count), vector.factors()[f],
                        2e-3);
            }
            assertEquals(10 * newcomer.bias() / (10 + count), vector.bias(), 5e-3);
        }
    }

    /** Without a penalty, the regression of a user with fewer ratings than factors has many solutions. */
    @Test
    void aTrainingMayDoWithoutAPenaltyButAFoldInDoesNot() {
        UserVector least = new FoldIn(MODEL, new Penalty(1e-3, 0.5, 1e-3, 0)).user(new long[]{7, 14},
                new float[]{5, 2});
        UserVector none = FoldIn.ofTraining(MODEL, new Penalty(0, 0.5, 0, 0)).user(new long[]{7, 14},
                new float[]{5, 2});
        assertEquals(least.bias(), none.bias());
        assertArrayEquals(least.factors(), none.factors());
        UserVector as = FoldIn.ofTraining(MODEL, OPTIONS.penalty()).user(new long[]{7, 14}, new float[]{5, 2});
        assertArrayEquals(new FoldIn(MODEL, OPTIONS.penalty()).user(new long[]{7, 14}, new float[]{5, 2}).factors(),
                as.factors());
    }

    @Test
    void unknownMoviesAreLeftOut() {
        FoldIn foldIn = new FoldIn(MODEL, new Penalty(0.1, 1, 0.02, 1));
        UserVector with = foldIn.user(new long[]{7, 999_999, 14}, new float[]{5, 1, 2});
        UserVector without = foldIn.user(new long[]{7, 14}, new float[]{5, 2});
        assertEquals(without.bias(), with.bias());
        assertArrayEquals(without.factors(), with.factors());
        UserVector nothing = foldIn.user(new long[]{999_999}, new float[]{1});
        assertEquals(MODEL.newcomer(), nothing);
        assertEquals(MODEL.meanMovie(), foldIn.movie(new long[]{999_999}, new float[]{1}));
    }

    @Test
    void whatCannotBeUsedIsRefusedByName() {
        FoldIn foldIn = new FoldIn(MODEL, new Penalty(0.1, 1, 0.02, 1));
        assertEquals("ratings[1].rating", assertThrows(InvalidRequest.class,
                () -> foldIn.user(new long[]{7, 14}, new float[]{1, Float.NaN})).field());
        assertEquals("ratings",
                assertThrows(InvalidRequest.class, () -> foldIn.movie(new long[]{7, 14}, new float[1])).field());
        assertEquals("regularization",
                assertThrows(InvalidRequest.class, () -> new FoldIn(MODEL, new Penalty(0, 1, 0.02, 1))).field());
    }
}
