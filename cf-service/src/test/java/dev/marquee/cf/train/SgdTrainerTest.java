package dev.marquee.cf.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.testing.LowRankRatings;
import java.util.HashSet;
import java.util.Random;
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
        return new SgdOptions(factors, epochs, 0.1, 0.02, 0.01, patience, seed, threads);
    }

    @Test
    void blocksHoldEveryRatingOnceAndThreadsNeverMeet() {
        for (long seed = 0; seed < 20; seed++) {
            RatingMatrix ratings = LowRankRatings.of(40, 30, 0.3, seed);
            for (int threads = 1; threads <= 4; threads++) {
                SgdBlocks blocks = new SgdBlocks(ratings, threads, new SplittableRandom(seed));
                Set<Long> cells = new HashSet<>();
                for (int step = 0; step < blocks.steps(); step++) {
                    Set<Integer> users = new HashSet<>();
                    Set<Integer> movies = new HashSet<>();
                    for (int thread = 0; thread < threads; thread++) {
                        checkBlock(ratings, blocks, blocks.block(thread, step), users, movies, cells);
                    }
                }
                assertEquals(ratings.size(), cells.size(), "seed " + seed + ", " + threads + " threads");
            }
        }
    }

    private static void checkBlock(RatingMatrix ratings, SgdBlocks blocks, int block, Set<Integer> users,
            Set<Integer> movies, Set<Long> cells) {
        Set<Integer> ownUsers = new HashSet<>();
        Set<Integer> ownMovies = new HashSet<>();
        for (int i = blocks.start(block); i < blocks.end(block); i++) {
            assertEquals(ratings.rating(blocks.users[i], blocks.movies[i]), blocks.ratings[i]);
            ownUsers.add(blocks.users[i]);
            ownMovies.add(blocks.movies[i]);
            assertTrue(cells.add((long) blocks.users[i] << 32 | blocks.movies[i]));
        }
        ownUsers.forEach(user -> assertTrue(users.add(user), "two threads have user " + user));
        ownMovies.forEach(movie -> assertTrue(movies.add(movie), "two threads have movie " + movie));
    }

    @Test
    void theVectorisedKernelIsThePlainOne() {
        Random random = new Random(1);
        SgdKernel plain = new ScalarSgdKernel();
        SgdKernel vectors = new PanamaSgdKernel();
        for (int length = SgdRows.PADDING; length <= 8 * SgdRows.PADDING; length += SgdRows.PADDING) {
            float[] p = floats(random, length + 7);
            float[] q = floats(random, length + 3);
            assertEquals(plain.dot(p, 7, q, 3, length), vectors.dot(p, 7, q, 3, length), 1e-4f);
            float[] otherP = p.clone();
            float[] otherQ = q.clone();
            plain.move(p, 7, 0.9f, 0.1f, q, 3, 0.8f, -0.2f, length);
            vectors.move(otherP, 7, 0.9f, 0.1f, otherQ, 3, 0.8f, -0.2f, length);
            for (int i = 0; i < length; i++) {
                assertEquals(p[i], otherP[i], 1e-5f);
                assertEquals(q[i], otherQ[i], 1e-5f);
            }
        }
    }

    private static float[] floats(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
