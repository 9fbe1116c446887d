package dev.marquee.cf.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.content.ContentMatrix;
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
    private static final FeatureMaker MAKER = new FeatureMaker(MODEL, List.of(1, 1), FACTS,
            ContentMatrix.EMPTY);
    private static final int NEIGHBOURS = 12;
    private static final int CONTENT = NEIGHBOURS + NeighbourFeatures.WIDTH;
    private static final int TIMES = CONTENT + ContentFeature.WIDTH;

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
        assertEquals((float) Math.log1p(1), row[TIMES]);
        assertEquals((float) Math.log1p(DAY), row[TIMES + 1]);
        float[] beforeAll = row(known, 3, DAY);
        assertEquals(0, beforeAll[TIMES]);
        assertTrue(Float.isNaN(beforeAll[TIMES + 1]));
        float[] afterAll = row(known, 3, 6 * DAY);
        assertEquals((float) Math.log1p(3), afterAll[TIMES]);
        assertEquals((float) Math.log1p(DAY), afterAll[TIMES + 1]);
    }

    /** The same vector and movies; someone goes on to rate, and sees things another way. */
    @Test
    void laterRatingsChangeNoFeatureOfTimes() {
        KnownRatings early = new KnownRatings(new int[]{0, 1}, new float[]{5, 1}, new long[]{2 * DAY, 3 * DAY});
        KnownRatings late = new KnownRatings(new int[]{0, 1, 2, 3}, new float[]{5, 1, 1, 1},
                new long[]{2 * DAY, 3 * DAY, 4 * DAY, 9 * DAY});
        float[] before = row(early, 3, 4 * DAY);
        float[] after = row(late, 3, 4 * DAY);
        assertNotEquals(before[6], after[6], "the mean of all that is told");
        for (int i = TIMES; i < before.length; i++) {
            assertFalse(Float.isNaN(before[i]), "feature " + i);
            assertEquals(before[i], after[i], "feature " + i);
        }
    }

    @Test
    void withoutContentNothingOfItIsKnown() {
        float[] row = row(KnownRatings.of(RATINGS, 0), 3, 0);
        for (int i = CONTENT; i < TIMES; i++) {
            assertTrue(Float.isNaN(row[i]), "feature " + i);
        }
    }

    /** Movies 10 and 40 have one column, 20 another; of 30 nothing is known. */
    @Test
    void contentSaysWhatTheUserThinksOfTheLike() {
        ContentMatrix content = ContentMatrix.builder().add(10, new int[]{0}, new float[]{1}, 0, 1)
                .add(20, new int[]{1}, new float[]{1}, 0, 1).add(40, new int[]{0}, new float[]{1}, 0, 1).build();
        FeatureMaker maker = new FeatureMaker(MODEL, List.of(1, 1), FACTS, content);
        RatingFeatures features = maker.of(MODEL.userVector(0), KnownRatings.of(RATINGS, 0));
        float[] like = new float[maker.width()];
        features.fill(3, 0, like, 0);
        assertTrue(like[CONTENT] > 0.2f && like[CONTENT + 1] > 0.2f, "what was given five stars is like it");
        assertEquals(1 / 3f, like[CONTENT + 2], 1e-6f);
        float[] itself = new float[maker.width()];
        features.fill(1, 0, itself, 0);
        assertEquals(0, itself[CONTENT], 1e-5f, "nothing else is like it");
        assertEquals(0, itself[CONTENT + 2], 1e-6f);
        float[] unknown = new float[maker.width()];
        features.fill(2, 0, unknown, 0);
        assertTrue(Float.isNaN(unknown[CONTENT]));
    }

    @Test
    void treesAreTrustedTheMoreTheMoreIsTold() {
        assertEquals(0, MAKER.of(MODEL.newcomer(), KnownRatings.NONE).trust());
        assertEquals(3 / 13f, MAKER.of(MODEL.userVector(0), KnownRatings.of(RATINGS, 0)).trust());
    }

    @Test
    void aRowWithoutItsTimeIsTheRowOfAPredictionWithoutATime() {
        float[] row = row(KnownRatings.of(RATINGS, 0), 3, 6 * DAY);
        FeatureMaker.forgetTime(row);
        assertArrayEquals(row(KnownRatings.of(RATINGS, 0), 3, 0), row);
    }

    @Test
    void aRowWithoutContentIsTheRowOfAPredictionWithoutContent() {
        ContentMatrix content = ContentMatrix.builder().add(40, new int[]{0}, new float[]{1}, 0, 1).build();
        FeatureMaker maker = new FeatureMaker(MODEL, List.of(1, 1), FACTS, content);
        float[] row = new float[maker.width() + 1];
        maker.of(MODEL.userVector(0), KnownRatings.of(RATINGS, 0)).fill(3, 6 * DAY, row, 1);
        assertEquals(0, row[1 + CONTENT]);
        maker.forgetContent(row, 1);
        assertArrayEquals(row(KnownRatings.of(RATINGS, 0), 3, 6 * DAY), Arrays.copyOfRange(row, 1, row.length));
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
        assertTrue(Float.isNaN(row[2]) && Float.isNaN(row[3]));
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
