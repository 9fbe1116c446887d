package dev.marquee.cf.train.sgd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.measure.RatingErrors;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.testing.TellingRatings;
import dev.marquee.cf.train.RatingTrainerContractTest;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainProgress;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.support.Workers;
import dev.marquee.common.error.TrainingFailed;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SgdTrainerTest extends RatingTrainerContractTest<SgdOptions> {
    @Override
    protected Trainer<SgdOptions> trainer() {
        return new SgdTrainer();
    }

    @Override
    protected SgdOptions options(int factors, int epochs, int patience, int threads, long seed) {
        return new SgdOptions(factors, epochs, 0.1, 0.1, 0.5, 0.5, 20, patience, seed, threads);
    }

    @Test
    void blocksHoldEveryRatingOnceAndThreadsNeverMeet() {
        for (long seed = 0; seed < 20; seed++) {
            RatingMatrix ratings = LowRankRatings.of(90, 70, 0.2, seed);
            for (int threads = 1; threads <= 4; threads++) {
                // Rows of 1 to 16 KiB: from one tile for each thread to many.
                SgdBlocks blocks = blocks(ratings, threads, 1 << (10 + seed % 5), seed);
                SgdLayout layout = blocks.layout;
                Set<Long> cells = new HashSet<>();
                int[] passed = new int[layout.groups];
                for (int step = 0; step < layout.groups; step++) {
                    Set<Integer> groups = new HashSet<>();
                    for (int thread = 0; thread < threads; thread++) {
                        int group = layout.movieGroup(thread, step);
                        assertEquals(passed[group]++, layout.turn(step), "the turn of thread " + thread);
                        checkBlock(ratings, blocks, thread, group, cells);
                        assertTrue(groups.add(group), "two threads have the same movies");
                    }
                }
                assertEquals(ratings.size(), cells.size(), "seed " + seed + ", " + threads + " threads");
            }
        }
    }

    /** Ratings come sorted by user and movie; learnt from in that order, each user's would be learnt from at once. */
    @Test
    void ratingsOfABlockStandInRandomOrder() {
        RatingMatrix ratings = LowRankRatings.of(90, 70, 0.2, 1);
        SgdBlocks blocks = blocks(ratings, 1, 64, 1);
        int again = 0;
        for (int i = 1; i < ratings.size(); i++) {
            again += blocks.users[i] == blocks.users[i - 1] ? 1 : 0;
        }
        assertTrue(again < ratings.size() / 4, again + " of " + ratings.size() + " follow one of the same user");
        assertFalse(Arrays.equals(blocks.users, blocks(ratings, 1, 64, 2).users));
    }

    private static SgdBlocks blocks(RatingMatrix ratings, int threads, int rowBytes, long seed) {
        try (Workers workers = new Workers(threads, TrainListener.NONE)) {
            return new SgdBlocks(ratings, workers, rowBytes, new SplittableRandom(seed));
        }
    }

    private static void checkBlock(RatingMatrix ratings, SgdBlocks blocks, int thread, int group, Set<Long> cells) {
        SgdLayout layout = blocks.layout;
        for (int tile = thread * layout.tiles; tile < (thread + 1) * layout.tiles; tile++) {
            for (int i = blocks.start(tile, group); i < blocks.end(tile, group); i++) {
                int user = blocks.users[i];
                int movie = blocks.movies[i];
                assertTrue(user >= layout.tileStarts[tile] && user < layout.tileStarts[tile + 1]);
                assertTrue(movie >= layout.groupStarts[group] && movie < layout.groupStarts[group + 1]);
                assertEquals(ratings.rating(layout.userAt[user], layout.movieAt[movie]), blocks.ratings[i]);
                assertTrue(cells.add((long) user << 32 | movie));
            }
        }
    }

    @Test
    void aThreadThatGivesUpLetsNoOtherWait() throws InterruptedException {
        SgdTurns turns = new SgdTurns(2);
        turns.begin();
        turns.pass(1);
        assertTrue(turns.await(1, 1));
        AtomicBoolean came = new AtomicBoolean(true);
        Thread waiting = new Thread(() -> came.set(turns.await(0, 1)));
        waiting.start();
        turns.abandon();
        waiting.join(10_000);
        assertFalse(waiting.isAlive() || came.get());
    }

    /** Ratings of a hundred times the usual size need steps that are smaller by as much. */
    @Test
    void aFarTooHighLearningRateIsNamed() {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        SplittableRandom random = new SplittableRandom(3);
        for (int rating = 0; rating < 400; rating++) {
            builder.add(rating / 20, rating % 20, 1000 * random.nextInt(1, 11), 0);
        }
        RatingMatrix ratings = builder.build();
        SgdOptions options = new SgdOptions(16, 30, 1, 0, 0, 0, 0, 0, 1, 1);
        String message = assertThrows(TrainingFailed.class,
                () -> trainer().train(ratings, null, options, TrainListener.NONE)).getMessage();
        assertTrue(message.matches("The training diverged in epoch [1-5]: .* Lower learningRate \\(now 1.0\\).*"),
                message);
    }

    @Test
    void cancellingWhileTheBlocksAreBuiltEndsTheTraining() {
        RatingMatrix ratings = LowRankRatings.of(90, 70, 0.2, 1);
        TrainListener cancelled = new TrainListener() {
            @Override
            public void progress(TrainProgress progress) {
                throw new AssertionError("no epoch should have ended");
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class,
                () -> trainer().train(ratings, null, options(8, 5, 0, 2, 1), cancelled));
    }

    @Test
    void whoRatesWhatTellsOfRatingsToCome() {
        Split split = Split.random(TellingRatings.of(200, 100, 4), 0.2, 1);
        double[] rmse = new double[2];
        for (int i = 0; i < 2; i++) {
            SgdOptions options = new SgdOptions(4, 60, 0.1, 1, 0.5, 1, i * 5, 0, 1, 2);
            FactorModel model = trainer().train(split.train(), null, options, TrainListener.NONE).model();
            rmse[i] = RatingErrors.of(model, split.heldOut()).rmse();
            model.implicit().ifPresent(features -> {
                assertNotEquals(0, features.userMean(new int[]{0}, 1)[0], "what movies tell of users");
                assertNotEquals(0, features.movieMean(new int[]{0}, 1)[0], "what users tell of movies");
            });
            assertEquals(i == 1, model.implicit().isPresent());
        }
        assertTrue(rmse[1] < 0.98 * rmse[0], "with " + rmse[1] + ", without " + rmse[0]);
    }
}
