package dev.marquee.cf.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.MovieFacts;
import dev.marquee.cf.model.UserVector;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatingFeaturesTest {
    private static final long DAY = 86_400;
    /** User 1 rated movies 10, 20 and 30 on days 2, 3 and 5; user 2 movie 40 on day 1; user 3 nothing. */
    private static final RatingMatrix RATINGS = RatingMatrix.builder().add(1, 10, 5, 2 * DAY).add(1, 20, 1, 3 * DAY)
            .add(1, 30, 4, 5 * DAY).add(2, 40, 3, DAY).build();
    /** Movies 10 and 40 point the same way, 20 the other, 30 sideways; two parts of one factor. */
    private static final FactorModel MODEL = new FactorModel(RATINGS.users(), RATINGS.movies(), 2, 3, 1, 5,
            new float[]{0.25f, 0}, new float[]{0.5f, -0.5f, 0, 0.125f}, new float[]{1, 0.5f, 0, 0},
            new float[]{1, 0, -1, 0, 0, 1, 2, 0});
    private static final MovieFacts FACTS = MovieFacts.of(RATINGS);
    private static final FeatureMaker MAKER = new FeatureMaker(MODEL, List.of(1, 1), FACTS);
    private static final int NEIGHBOURS = 12;
    private static final int TIMES = NEIGHBOURS + NeighbourFeatures.WIDTH;

    private static float[] row(KnownRatings known, int movie, long when) {
        float[] row = new float[MAKER.width()];
        float guess = MAKER.of(MODEL.userVector(0), known).fill(movie, when, row, 0);
        assertEquals(guess, row[0]);
        return row;
    }

    @Test
    void theFirstLevelStandsFirstAndItsPartsAddUp() {
        float[] row = row(KnownRatings.of(RATINGS, 0), 3, 0);
        assertArrayEquals(new float[]{3 + 0.25f + 0.125f + 2, 0.25f, 0.125f, 2, 0}, Arrays.copyOf(row, 5));
        assertEquals(MAKER.width(), TIMES + TimeFeatures.WIDTH);
    }

    @Test
    void likeMoviesComeFirstAndTheMovieItselfIsNone() {
        float[] row = row(KnownRatings.of(RATINGS, 0), 3, 0);
        float mean = 10 / 3f;
        assertArrayEquals(new float[]{5, 4, 1, mean, mean}, Arrays.copyOfRange(row, NEIGHBOURS, NEIGHBOURS + 5),
                1e-6f);
        assertArrayEquals(new float[]{1, 0, -1, 0, 0}, Arrays.copyOfRange(row, NEIGHBOURS + 5, NEIGHBOURS + 10), 1e-6f);
        float[] rated = row(KnownRatings.of(RATINGS, 0), 0, 0);
        assertEquals(4, rated[NEIGHBOURS], "sideways is nearer than the other way, and itself is left out");
    }

    @Test
    void whoHasOneRatingOrNoneHasNeighboursLikeTheMean() {
        float[] none = row(KnownRatings.NONE, 3, 9 * DAY);
        for (int i = 0; i < 5; i++) {
            assertEquals(FACTS.mean(), none[NEIGHBOURS + i]);
        }
        float[] one = row(KnownRatings.of(MODEL, new long[]{20, 999}, new float[]{1, 5}, new long[2]), 3, 9 * DAY);
        assertArrayEquals(new float[]{1, 1, 1, 1, 1}, Arrays.copyOfRange(one, NEIGHBOURS, NEIGHBOURS + 5));
    }

    @Test
    void withoutATimeNothingOfTimesIsKnown() {
        float[] row = row(KnownRatings.of(RATINGS, 0), 3, 0);
        for (int i = TIMES; i < row.length; i++) {
            assertTrue(Float.isNaN(row[i]), "feature " + i);
        }
    }

    /** What comes later, or in the same second, says nothing. */
    @Test
    void timesAreOfThePastAlone() {
        KnownRatings known = KnownRatings.of(RATINGS, 0);
        float[] row = row(known, 3, 3 * DAY);
        assertEquals(1 / 3f, row[TIMES]);
        assertEquals((float) Math.log1p(DAY), row[TIMES + 2]);
        assertEquals(2, row[TIMES + 8], 1e-3, "days since the movie's first rating");
        float[] beforeAll = row(known, 3, DAY);
        assertEquals(0, beforeAll[TIMES]);
        assertTrue(Float.isNaN(beforeAll[TIMES + 2]));
        float[] afterAll = row(known, 3, 6 * DAY);
        assertEquals(1, afterAll[TIMES]);
        assertEquals((float) Math.log1p(DAY), afterAll[TIMES + 2]);
    }

    @Test
    void whatIsKnownStandsInTheOrderOfItsTimes() {
        KnownRatings known = KnownRatings.of(MODEL, new long[]{10, 20, 999, 30, 40}, new float[]{1, 2, 9, 3, 4},
                new long[]{30, 10, 5, 20, 10});
        assertArrayEquals(new int[]{1, 3, 2, 0}, known.movies());
        assertArrayEquals(new float[]{2, 4, 3, 1}, known.ratings());
        assertArrayEquals(new long[]{10, 10, 20, 30}, known.seconds());
    }

    @Test
    void aMovieThatIsNotKnownIsPredictedFromTheUser() {
        float[] row = row(KnownRatings.of(RATINGS, 0), -1, 3 * DAY);
        assertEquals(MODEL.predict(MODEL.userVector(0), -1), row[0]);
        assertTrue(Float.isNaN(row[2]) && Float.isNaN(row[3]) && Float.isNaN(row[TIMES + 8]));
    }

    @Test
    void withoutASecondStageThePredictionIsThatOfTheFactorsToTheBit() {
        RatingPredictors predictors = RatingPredictors.of(MODEL);
        for (int user = -1; user < 2; user++) {
            UserVector vector = user < 0 ? MODEL.newcomer() : MODEL.userVector(user);
            RatingPredictor predictor = RatingPredictor.madeLater(() -> predictors.of(vector, KnownRatings.NONE));
            for (int movie = -1; movie < 4; movie++) {
                assertEquals(MODEL.predict(user, movie), predictor.predict(movie, DAY));
            }
        }
    }
}
