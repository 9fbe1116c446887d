package dev.marquee.cf.train.lists;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.content.ContentMatrixBuilder;
import dev.marquee.cf.index.FactorIndex;
import dev.marquee.cf.index.FinalLists;
import dev.marquee.cf.index.FinalLists.Placed;
import dev.marquee.cf.index.Rater;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.FactorModelFormat;
import dev.marquee.cf.model.FinalScore;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.train.RankingTrainerContractTest;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainProgress;
import dev.marquee.cf.train.TrainStep;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.als.Als;
import dev.marquee.cf.train.ials.Ials;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListsTrainerTest extends RankingTrainerContractTest<ListsOptions> {
    private static final int MOVIES = 120;

    @Override
    protected Trainer<ListsOptions> trainer() {
        return new Lists(new Ials(), new Als()).trainer();
    }

    @Override
    protected ListsOptions options(int factors, int epochs, int patience, int threads, long seed) {
        return new ListsOptions(factors, epochs, patience, 40, 5, 20, seed, threads);
    }

    /** Many options cost a final score each; a few show the same. */
    @Override
    protected int[] factors() {
        return new int[]{1, 7, 16, 33};
    }

    @Test
    void theNumberOfThreadsDoesNotMatterForTheFinalScore() throws IOException {
        RatingMatrix ratings = circles(500);
        byte[] first = bytes(train(ratings, 1));
        for (int threads : new int[]{2, 3}) {
            assertArrayEquals(first, bytes(train(ratings, threads)), threads + " threads");
        }
    }

    @Test
    void theStepsAfterTheEpochsAreTold() {
        List<String> told = new ArrayList<>();
        List<Duration> remaining = new ArrayList<>();
        TrainListener listener = new TrainListener() {
            @Override
            public void progress(TrainProgress progress) {
                told.add("epoch " + progress.epoch());
            }

            @Override
            public void step(TrainStep step) {
                told.add(step.done() + " of " + step.steps());
                remaining.add(step.remaining());
            }
        };
        new Lists(new Ials(), new Als()).trainer().train(circles(500), null, options(4, 2, 0, 1, 1), listener);
        assertEquals(List.of("epoch 1", "epoch 2", "0 of 6", "1 of 6", "2 of 6", "3 of 6", "4 of 6", "5 of 6"), told);
        assertTrue(remaining.stream().allMatch(Duration::isPositive), remaining.toString());
    }

    @Test
    void theFinalScoreIsStoredWithTheModel() throws IOException {
        FactorModel model = train(LowRankRatings.of(80, 60, 0.3, 2), 1);
        FactorModel read = FactorModelFormat.read(new ByteArrayInputStream(bytes(model)));
        assertArrayEquals(bytes(model), bytes(read));
        assertArrayEquals(model.finalScore().orElseThrow().weights().weights(),
                read.finalScore().orElseThrow().weights().weights());
    }

    /** Each of two circles of users rates the movies of its own half, and loves every third of them. */
    @Test
    void aFewRatingsTellWhichCircleANewcomerIsOfAndNoneGivesWhatIsPopular() {
        RatingMatrix ratings = circles(500);
        FactorModel model = train(ratings, 2);
        for (int circle = 0; circle < 2; circle++) {
            int from = circle * MOVIES / 2;
            List<Placed> list = list(model, new int[]{from, from + 3, from + 6}, 5);
            assertTrue(list.stream().allMatch(movie -> movie.index() / (MOVIES / 2) == from / (MOVIES / 2)),
                    "circle " + circle + ": " + list);
        }
        float[] popularity = model.finalScore().orElseThrow().tables().popularity();
        int best = list(model, new int[0], 5).getFirst().index();
        long more = IntStream.range(0, MOVIES).filter(movie -> popularity[movie] > popularity[best]).count();
        assertTrue(more < MOVIES / 4, "more popular than the first: " + more);
    }

    @Test
    void whatIsHatedGivesNoneOfItsLike() {
        FactorModel model = train(circles(500), 2);
        List<Placed> list = list(model, IntStream.range(0, 12).map(i -> i * 3).toArray(), 1);
        assertEquals(10, list.size());
        assertTrue(list.stream().allMatch(movie -> movie.index() >= MOVIES / 2), "of the other half: " + list);
    }

    /** The last movies were rated by nobody of the circle that likes what they are like. */
    @Test
    void contentTellsOfMoviesThatRatingsSayNothingOf() {
        ContentMatrixBuilder content = ContentMatrix.builder();
        RatingMatrix ratings = circles(500);
        for (int movie = 0; movie < MOVIES; movie++) {
            content.add(ratings.movies().idOf(movie), new int[]{movie % 3}, new float[]{1}, 0, 1);
        }
        FactorModel model = train(ratings.with(content.build()), 2);
        double before = alike(list(train(ratings, 2), new int[]{0, 3, 6}, 5), 0);
        FinalScore score = model.finalScore().orElseThrow();
        List<Placed> loved = list(model, content.build(), score, new int[]{0, 3, 6}, 5);
        assertTrue(alike(loved, 0) >= before, "alike: " + loved);
        FinalScore near = new FinalScore(score.tables(), score.weights().nearness(100));
        assertEquals(10, alike(list(model, content.build(), near, new int[]{0}, 5), 0));
        assertEquals(0, alike(list(model, content.build(), near, new int[]{0, 3, 6, 9}, 1), 0));
    }

    private static long alike(List<Placed> list, int kind) {
        return list.stream().filter(movie -> movie.index() % 3 == kind).count();
    }

    private static List<Placed> list(FactorModel model, int[] movies, float stars) {
        return list(model, ContentMatrix.EMPTY, model.finalScore().orElseThrow(), movies, stars);
    }

    private static List<Placed> list(FactorModel model, ContentMatrix content, FinalScore score, int[] movies,
            float stars) {
        long[] ids = new long[movies.length];
        float[] ratings = new float[movies.length];
        for (int i = 0; i < movies.length; i++) {
            ids[i] = model.movies().idOf(movies[i]);
            ratings[i] = stars;
        }
        float[] vector = new Lists(new Ials(), new Als()).folding(model, ListsOptions.DEFAULTS).user(ids, ratings)
                .factors();
        return new FinalLists(model, FactorIndex.of(model, null), score.tables(), content).top(score,
                new Rater(vector, movies, ratings, false), 10,
                movie -> IntStream.of(movies).noneMatch(rated -> rated == movie));
    }

    private static FactorModel train(RatingMatrix ratings, int threads) {
        return new Lists(new Ials(), new Als()).trainer()
                .train(ratings, null, new ListsOptions(8, 4, 0, 100, 2, 60, 3, threads), TrainListener.NONE).model();
    }

    private static byte[] bytes(FactorModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FactorModelFormat.write(model, out);
        return out.toByteArray();
    }

    private static RatingMatrix circles(int users) {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        Random random = new Random(5);
        for (int user = 0; user < users; user++) {
            int from = user % 2 * MOVIES / 2;
            for (int movie = 0; movie < MOVIES / 2; movie++) {
                if (random.nextDouble() < 0.35) {
                    builder.add(user + 1, from + movie + 1, movie % 3 == 0 ? 5 : 3, 0);
                }
            }
        }
        return builder.build();
    }
}
