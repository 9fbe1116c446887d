package dev.marquee.cf.train.bpmf;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.support.RunningState;
import dev.marquee.cf.train.support.Workers;
import dev.marquee.common.kernel.Kernels;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * How far the predictions of the samples lie from each other, as a variance of each user plus one of each movie. It is
 * watched at a few pairs of each user with a movie and of each movie with a user, drawn as often as they have ratings
 * (running means and sums of squares after Welford 1962); the two parts are then fitted to the variances of the pairs
 * by alternating averages. Not thread-safe.
 */
final class PosteriorSpread {
    private static final int PAIRS = 8;
    private static final int ROUNDS = 10;
    private static final int PAIRS_AT_ONCE = 512;

    private final int[] users;
    private final int[] movies;
    private final float[] means;
    private final float[] squares;

    PosteriorSpread(RatingMatrix train, long seed) {
        int[] ofUsers = pairs(train.byUser(), Draws.of(seed, Draws.START, Draws.USERS, Draws.PROBES));
        int[] ofMovies = pairs(train.byMovie(), Draws.of(seed, Draws.START, Draws.MOVIES, Draws.PROBES));
        int half = ofUsers.length / 2;
        int size = half + ofMovies.length / 2;
        users = Arrays.copyOf(ofUsers, size);
        movies = new int[size];
        for (int i = 0; i < size; i++) {
            boolean first = i < half;
            users[i] = first ? ofUsers[2 * i] : ofMovies[2 * (i - half) + 1];
            movies[i] = first ? ofUsers[2 * i + 1] : ofMovies[2 * (i - half)];
        }
        means = new float[size];
        squares = new float[size];
    }

    /** By turns a row and one of its partners; a partner is the column of a rating drawn from all. */
    private static int[] pairs(Csr rows, RandomGenerator random) {
        int rated = 0;
        for (int row = 0; row < rows.rows(); row++) {
            rated += rows.length(row) > 0 ? 1 : 0;
        }
        int[] pairs = new int[2 * PAIRS * rated];
        int next = 0;
        for (int row = 0; row < rows.rows(); row++) {
            for (int i = 0; i < PAIRS && rows.length(row) > 0; i++) {
                pairs[next++] = row;
                pairs[next++] = rows.index(random.nextInt(rows.size()));
            }
        }
        return pairs;
    }

    /** @param samples how many there are with this one */
    void add(GibbsSide userSide, GibbsSide movieSide, int factors, int samples, Workers workers) {
        workers.chunks(users.length, PAIRS_AT_ONCE, (from, to) -> {
            for (int i = from; i < to; i++) {
                float predicted = Kernels.get().dot(userSide.values(), users[i] * factors, movieSide.values(),
                        movies[i] * factors, factors);
                float off = predicted - means[i];
                means[i] += off / samples;
                squares[i] += off * (predicted - means[i]);
            }
        });
    }

    /**
     * Fits both parts.
     *
     * @param samples how many there were
     * @param ofUsers receives the variance of each user; those without a rating get the highest
     * @param ofMovies receives that of each movie
     */
    void fit(int samples, float[] ofUsers, float[] ofMovies) {
        for (int round = 0; round < ROUNDS; round++) {
            average(samples, users, ofUsers, movies, ofMovies);
            average(samples, movies, ofMovies, users, ofUsers);
        }
    }

    private void average(int samples, int[] own, float[] target, int[] others, float[] known) {
        double[] sums = new double[target.length];
        int[] counts = new int[target.length];
        for (int i = 0; i < own.length; i++) {
            sums[own[i]] += squares[i] / Math.max(1, samples - 1) - known[others[i]];
            counts[own[i]]++;
        }
        float highest = 0;
        for (int row = 0; row < target.length; row++) {
            target[row] = counts[row] == 0 ? 0 : (float) Math.max(0, sums[row] / counts[row]);
            highest = Math.max(highest, target[row]);
        }
        for (int row = 0; row < target.length; row++) {
            target[row] = counts[row] == 0 ? highest : target[row];
        }
    }

    RunningState addTo(RunningState state) {
        return state.floats("pairMeans", means).floats("pairSquares", squares);
    }
}
