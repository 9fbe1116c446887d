package dev.marquee.cf.kernels;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.math.TornadoMath;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/**
 * Stochastic gradient descent over blocks of ratings without a row in common. What the kernels compute, with shapes, is
 * in {@code DeviceSgdKernels}; K is compiled in.
 */
public final class SgdKernels {

    private SgdKernels() {}

    /**
     * One group of 256 items for each block. The items form teams of K/4, each of which works on one rating of a round:
     * an item has every (K/4)-th factor, so that a team reads and writes both rows in whole stretches, once. The sums
     * of the products go through local memory; every item of a team adds all of its team's, which takes one barrier
     * where a tree takes several. A second barrier ends the round, as the next one may touch the same rows; the two
     * halves of the local array take turns, so it needs no third. Teams without a rating reach the barriers too.
     *
     * <p>
     * Which rows the next round is of is read before the round ends, so that a round waits for memory once rather than
     * twice.
     */
    public static void sgdStep(KernelContext ctx, FloatArray users, FloatArray movies, FloatArray userState,
            FloatArray movieState, FloatArray userMeans, FloatArray movieMeans, IntArray user, IntArray movie,
            FloatArray rating, IntArray rounds, IntArray blocks, FloatArray errors, IntArray sizes, FloatArray numbers,
            int k) {
        float[] products = ctx.allocateFloatLocalArray(512);
        int lanes = k / 4;
        int item = ctx.localIdx;
        int group = ctx.groupIdx;
        int team = item / lanes;
        int lane = item - team * lanes;
        int firstOfTeam = team * lanes;
        int first = blocks.get(sizes.get(0) + group);
        int last = blocks.get(sizes.get(0) + group + 1);
        int drawn = sizes.get(2);
        float mean = numbers.get(0);
        float perFactor = numbers.get(1);
        float squares = 0.0f;
        int half = 0;
        int u = 0;
        int i = 0;
        float rated = 0.0f;
        int active = 0;
        int after = 0;
        if (first < last) {
            int entry = rounds.get(first) + team;
            after = rounds.get(first + 1);
            if (entry < after) {
                active = 1;
                u = user.get(entry);
                i = movie.get(entry);
                rated = rating.get(entry);
            }
        }
        for (int round = first; round < last; round++) {
            int p = u * k + lane;
            int q = i * k + lane;
            float p0 = 0.0f;
            float p1 = 0.0f;
            float p2 = 0.0f;
            float p3 = 0.0f;
            float q0 = 0.0f;
            float q1 = 0.0f;
            float q2 = 0.0f;
            float q3 = 0.0f;
            float userBias = 0.0f;
            float userRate = 0.0f;
            float userBiasRate = 0.0f;
            float userSlowness = 0.0f;
            float userBiasSlowness = 0.0f;
            float userNorm = 0.0f;
            float userLambda = 0.0f;
            float userBiasLambda = 0.0f;
            float movieBias = 0.0f;
            float movieRate = 0.0f;
            float movieBiasRate = 0.0f;
            float movieSlowness = 0.0f;
            float movieBiasSlowness = 0.0f;
            float movieNorm = 0.0f;
            float movieLambda = 0.0f;
            float movieBiasLambda = 0.0f;
            if (active == 1) {
                p0 = users.get(p);
                p1 = users.get(p + lanes);
                p2 = users.get(p + 2 * lanes);
                p3 = users.get(p + 3 * lanes);
                q0 = movies.get(q);
                q1 = movies.get(q + lanes);
                q2 = movies.get(q + 2 * lanes);
                q3 = movies.get(q + 3 * lanes);
                userBias = userState.get(8 * u);
                userRate = userState.get(8 * u + 1);
                userBiasRate = userState.get(8 * u + 2);
                userSlowness = userState.get(8 * u + 3);
                userBiasSlowness = userState.get(8 * u + 4);
                userNorm = userState.get(8 * u + 5);
                userLambda = userState.get(8 * u + 6);
                userBiasLambda = userState.get(8 * u + 7);
                movieBias = movieState.get(8 * i);
                movieRate = movieState.get(8 * i + 1);
                movieBiasRate = movieState.get(8 * i + 2);
                movieSlowness = movieState.get(8 * i + 3);
                movieBiasSlowness = movieState.get(8 * i + 4);
                movieNorm = movieState.get(8 * i + 5);
                movieLambda = movieState.get(8 * i + 6);
                movieBiasLambda = movieState.get(8 * i + 7);
            }
            products[half + item] = p0 * q0 + p1 * q1 + p2 * q2 + p3 * q3;
            int nextActive = 0;
            int nextUser = 0;
            int nextMovie = 0;
            float nextRated = 0.0f;
            int nextAfter = after;
            if (round + 1 < last) {
                int entry = after + team;
                nextAfter = rounds.get(round + 2);
                if (entry < nextAfter) {
                    nextActive = 1;
                    nextUser = user.get(entry);
                    nextMovie = movie.get(entry);
                    nextRated = rating.get(entry);
                }
            }
            ctx.localBarrier();
            if (active == 1) {
                float product = 0.0f;
                for (int l = 0; l < lanes; l++) {
                    product += products[half + firstOfTeam + l];
                }
                float error = rated - (mean + userBias + movieBias + product);
                float towards0 = 0.0f;
                float towards1 = 0.0f;
                float towards2 = 0.0f;
                float towards3 = 0.0f;
                float movieTowards0 = 0.0f;
                float movieTowards1 = 0.0f;
                float movieTowards2 = 0.0f;
                float movieTowards3 = 0.0f;
                if (drawn != 0) {
                    towards0 = userMeans.get(p);
                    towards1 = userMeans.get(p + lanes);
                    towards2 = userMeans.get(p + 2 * lanes);
                    towards3 = userMeans.get(p + 3 * lanes);
                    movieTowards0 = movieMeans.get(q);
                    movieTowards1 = movieMeans.get(q + lanes);
                    movieTowards2 = movieMeans.get(q + 2 * lanes);
                    movieTowards3 = movieMeans.get(q + 3 * lanes);
                }
                users.set(p, p0 + userRate * (error * q0 - userLambda * (p0 - towards0)));
                users.set(p + lanes, p1 + userRate * (error * q1 - userLambda * (p1 - towards1)));
                users.set(p + 2 * lanes, p2 + userRate * (error * q2 - userLambda * (p2 - towards2)));
                users.set(p + 3 * lanes, p3 + userRate * (error * q3 - userLambda * (p3 - towards3)));
                movies.set(q, q0 + movieRate * (error * p0 - movieLambda * (q0 - movieTowards0)));
                movies.set(q + lanes, q1 + movieRate * (error * p1 - movieLambda * (q1 - movieTowards1)));
                movies.set(q + 2 * lanes, q2 + movieRate * (error * p2 - movieLambda * (q2 - movieTowards2)));
                movies.set(q + 3 * lanes, q3 + movieRate * (error * p3 - movieLambda * (q3 - movieTowards3)));
                if (lane == 0) {
                    float gradient = error - userBiasLambda * userBias;
                    userState.set(8 * u, userBias + userBiasRate * gradient);
                    userState.set(8 * u + 3, userSlowness + error * error * movieNorm * perFactor);
                    userState.set(8 * u + 4, userBiasSlowness + gradient * gradient);
                    squares += error * error;
                }
                if (lane == 1) {
                    float gradient = error - movieBiasLambda * movieBias;
                    movieState.set(8 * i, movieBias + movieBiasRate * gradient);
                    movieState.set(8 * i + 3, movieSlowness + error * error * userNorm * perFactor);
                    movieState.set(8 * i + 4, movieBiasSlowness + gradient * gradient);
                }
            }
            ctx.globalBarrier();
            half = 256 - half;
            active = nextActive;
            u = nextUser;
            i = nextMovie;
            rated = nextRated;
            after = nextAfter;
        }
        ctx.localBarrier();
        products[item] = squares;
        ctx.localBarrier();
        if (item == 0) {
            float sum = 0.0f;
            for (int t = 0; t < 256; t += lanes) {
                sum += products[t];
            }
            errors.set(sizes.get(1) + group, errors.get(sizes.get(1) + group) + sum);
        }
    }

    /** One item for each row: it reads the row alone, whose cache line stays for the next of its factors. */
    public static void sgdRefresh(KernelContext ctx, FloatArray factors, FloatArray state, IntArray sizes,
            FloatArray numbers, int k) {
        int row = ctx.globalIdx;
        if (row < sizes.get(0)) {
            float norm = 0.0f;
            for (int f = 0; f < k; f++) {
                norm += factors.get(row * k + f) * factors.get(row * k + f);
            }
            state.set(8 * row + 1, numbers.get(0) / TornadoMath.sqrt(state.get(8 * row + 3)));
            state.set(8 * row + 2, numbers.get(0) / TornadoMath.sqrt(state.get(8 * row + 4)));
            state.set(8 * row + 5, norm);
        }
    }
}
