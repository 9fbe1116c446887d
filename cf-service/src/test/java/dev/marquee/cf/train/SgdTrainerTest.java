package dev.marquee.cf.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.testing.LowRankRatings;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SgdTrainerTest extends TrainerContractTest<SgdOptions> {

    @Override
    Trainer<SgdOptions> trainer() {
        return new SgdTrainer();
    }

    @Override
    SgdOptions options(int factors, int epochs, int patience, int threads, long seed) {
        return new SgdOptions(factors, epochs, 0.1, 0.1, 0.5, 0.5, patience, seed, threads);
    }

    @Test
    void blocksHoldEveryRatingOnceAndThreadsNeverMeet() {
        for (long seed = 0; seed < 20; seed++) {
            RatingMatrix ratings = LowRankRatings.of(90, 70, 0.2, seed);
            for (int threads = 1; threads <= 4; threads++) {
                // Rows of 1 to 16 KiB: from one tile for each thread to many.
                SgdBlocks blocks = new SgdBlocks(ratings, threads, 1 << 10 + seed % 5, new SplittableRandom(seed));
                Set<Long> cells = new HashSet<>();
                for (int step = 0; step < blocks.steps(); step++) {
                    Set<Integer> movies = new HashSet<>();
                    for (int thread = 0; thread < threads; thread++) {
                        checkBlock(ratings, blocks, thread, blocks.movieGroup(thread, step), cells);
                        assertTrue(movies.add(blocks.movieGroup(thread, step)), "two threads have the same movies");
                    }
                }
                assertEquals(ratings.size(), cells.size(), "seed " + seed + ", " + threads + " threads");
            }
        }
    }

    private static void checkBlock(RatingMatrix ratings, SgdBlocks blocks, int thread, int group, Set<Long> cells) {
        for (int tile = thread * blocks.tiles(); tile < (thread + 1) * blocks.tiles(); tile++) {
            for (int i = blocks.start(tile, group); i < blocks.end(tile, group); i++) {
                int user = blocks.users[i];
                int movie = blocks.movies[i];
                assertTrue(user >= blocks.tileStart(tile) && user < blocks.tileStart(tile + 1));
                assertTrue(movie >= blocks.groupStart(group) && movie < blocks.groupStart(group + 1));
                assertEquals(ratings.rating(blocks.userAt[user], blocks.movieAt[movie]), blocks.ratings[i]);
                assertTrue(cells.add((long) user << 32 | movie));
            }
        }
    }

    @Test
    void theVectorisedKernelIsThePlainOne() {
        for (int factors : new int[]{1, 15, 16, 17, 32, 40, 64, 65, 100, 128}) {
            RatingMatrix ratings = LowRankRatings.of(40, 30, 0.3, factors);
            SgdRows[] plain = steps(ratings, factors, new ScalarSgdKernel());
            SgdRows[] vectors = steps(ratings, factors, new PanamaSgdKernel());
            for (int side = 0; side < 2; side++) {
                for (int i = 0; i < plain[side].values.length; i++) {
                    float expected = plain[side].values[i];
                    assertEquals(expected, vectors[side].values[i], 2e-4f * (1 + Math.abs(expected)),
                            factors + " factors, place " + i);
                }
            }
        }
    }

    private SgdRows[] steps(RatingMatrix ratings, int factors, SgdKernel kernel) {
        SgdOptions options = options(factors, 1, 0, 1, 1);
        SplittableRandom random = new SplittableRandom(factors);
        SgdBlocks blocks = new SgdBlocks(ratings, 1, 4 * SgdRows.stride(factors), random);
        SgdRows users = SgdRows.random(ratings.byUser(), blocks.userAt, options, random);
        SgdRows movies = SgdRows.random(ratings.byMovie(), blocks.movieAt, options, random);
        users.refreshRates(0, ratings.users().size(), 0.1f);
        movies.refreshRates(0, ratings.movies().size(), 0.1f);
        double squares = kernel.steps(blocks, 0, ratings.size(), users, movies, (float) ratings.mean(), 1f / factors);
        assertTrue(squares > 0);
        return new SgdRows[]{users, movies};
    }
}
