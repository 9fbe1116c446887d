package dev.marquee.cf.train.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.index.FactorIndex;
import dev.marquee.cf.index.FinalLists;
import dev.marquee.cf.index.Rater;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.FinalScore;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.als.Als;
import dev.marquee.cf.train.ials.Ials;
import dev.marquee.common.rank.Scored;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * In their first sitting all rate movies of their half of the first {@value #MOVIES}; half of the users come back after
 * a hundred days, for ten movies that nobody rates at first.
 */
class ReturningUsersTest {
    private static final int MOVIES = 120;
    private static final int LATER_MOVIES = 10;
    private static final int USERS = 700;
    private static final long DAY = 86_400;

    @Test
    void whoComesBackGetsWhatPeopleComeBackFor() {
        FactorModel model = train(ratings(1_000_000_000));
        long inTheSitting = laterMovies(list(model, false));
        long away = laterMovies(list(model, true));
        assertTrue(away > inTheSitting, away + " when back, " + inTheSitting + " in the sitting");
    }

    @Test
    void withoutTimesItDoesNotMatterWhenAListIsAskedFor() {
        FactorModel model = train(ratings(0));
        assertEquals(list(model, false), list(model, true));
    }

    private static long laterMovies(List<Scored> list) {
        return list.stream().filter(movie -> movie.index() >= MOVIES).count();
    }

    /** Of someone who loved twelve movies of the first half. */
    private static List<Scored> list(FactorModel model, boolean away) {
        int[] movies = IntStream.range(0, 12).map(i -> i * 3).toArray();
        float[] ratings = new float[movies.length];
        Arrays.fill(ratings, 5);
        long[] ids = IntStream.of(movies).mapToLong(model.movies()::idOf).toArray();
        float[] vector = new Lists(new Ials(), new Als()).folding(model, ListsOptions.DEFAULTS).user(ids, ratings)
                .factors();
        FinalScore score = model.finalScore().orElseThrow();
        return new FinalLists(model, FactorIndex.of(model, null), score.tables(), ContentMatrix.EMPTY).top(score,
                new Rater(vector, movies, ratings, away), 10, movie -> Arrays.binarySearch(movies, movie) < 0).stream()
                .map(placed -> new Scored(placed.index(), placed.score())).toList();
    }

    private static FactorModel train(RatingMatrix ratings) {
        return new Lists(new Ials(), new Als()).trainer()
                .train(ratings, null, new ListsOptions(8, 4, 0, 100, 2, 60, 3, 2), TrainListener.NONE).model();
    }

    /** @param start of the first user, each other coming a day after the one before; 0: no time is known */
    private static RatingMatrix ratings(long start) {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        Random random = new Random(5);
        for (int user = 0; user < USERS; user++) {
            int from = user % 2 * MOVIES / 2;
            long time = start == 0 ? 0 : start + user * DAY;
            for (int movie = from; movie < from + MOVIES / 2; movie++) {
                if (random.nextDouble() < 0.35) {
                    builder.add(user + 1, movie + 1, movie % 3 == 0 ? 5 : 3, time);
                }
            }
            for (int movie = MOVIES; user % 4 < 2 && movie < MOVIES + LATER_MOVIES; movie++) {
                if (random.nextDouble() < 0.5) {
                    builder.add(user + 1, movie + 1, 5, start == 0 ? 0 : time + 100 * DAY);
                }
            }
        }
        return builder.build();
    }
}
