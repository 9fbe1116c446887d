package dev.marquee.cf.kernels;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/**
 * Scores of users for all movies, and the best of them. What the kernels compute, with shapes, is in
 * {@code DeviceSearchKernels}.
 */
public final class ScoreKernels {

    private ScoreKernels() {}

    /**
     * One group of 64 items for each tile of 16 users and 64 movies; an item has 4 users and 4 movies in registers, so
     * a number read from local memory takes part in 4 products. All of the users' factors are in local memory, and of
     * the movies' 16 at a time, turned, so that neighbours read neighbouring banks. What is beyond the last user or
     * movie is computed for the last one and not written: so all items reach all barriers.
     */
    public static void scores(KernelContext ctx, FloatArray users, FloatArray userBiases, FloatArray movies,
            FloatArray movieBiases, IntArray which, FloatArray scores, IntArray sizes, FloatArray numbers, int k) {
        float[] userTile = ctx.allocateFloatLocalArray(16 * (k + 1));
        float[] movieTile = ctx.allocateFloatLocalArray(16 * 65);
        float[] sums = new float[16];
        float[] mine = new float[4];
        float[] loaded = new float[16];
        int item = ctx.localIdx;
        int count = sizes.get(0);
        int all = sizes.get(1);
        int tiles = (all + 63) / 64;
        int tile = ctx.groupIdx / tiles;
        int firstUser = tile * 16;
        int firstMovie = (ctx.groupIdx - tile * tiles) * 64;
        int userLane = item / 16;
        int movieLane = item - userLane * 16;
        for (int at = item; at < 16 * k; at += 64) {
            int place = firstUser + at / k;
            if (place >= count) {
                place = count - 1;
            }
            userTile[at / k * (k + 1) + at % k] = users.get(which.get(place) * k + at % k);
        }
        for (int i = 0; i < 16; i++) {
            sums[i] = 0.0f;
        }
        for (int start = 0; start < k; start += 16) {
            for (int i = 0; i < 16; i++) {
                int movie = firstMovie + userLane + 4 * i;
                if (movie >= all) {
                    movie = all - 1;
                }
                loaded[i] = movies.get(movie * k + start + movieLane);
            }
            ctx.localBarrier();
            for (int i = 0; i < 16; i++) {
                movieTile[movieLane * 65 + userLane + 4 * i] = loaded[i];
            }
            ctx.localBarrier();
            for (int f = 0; f < 16; f++) {
                for (int b = 0; b < 4; b++) {
                    mine[b] = movieTile[f * 65 + movieLane + 16 * b];
                }
                for (int a = 0; a < 4; a++) {
                    float x = userTile[(userLane + 4 * a) * (k + 1) + start + f];
                    for (int b = 0; b < 4; b++) {
                        sums[4 * a + b] += x * mine[b];
                    }
                }
            }
        }
        for (int a = 0; a < 4; a++) {
            int place = firstUser + userLane + 4 * a;
            if (place < count) {
                float base = numbers.get(0) + userBiases.get(which.get(place));
                for (int b = 0; b < 4; b++) {
                    int movie = firstMovie + movieLane + 16 * b;
                    if (movie < all) {
                        scores.set(place * all + movie, base + movieBiases.get(movie) + sums[4 * a + b]);
                    }
                }
            }
        }
    }

    /**
     * One group of 256 items for each user. Each item keeps the best of every 256th score. A round takes the best of
     * the items' best by a tree in local memory, writes it, and lets the item it came from look for its next: so the
     * scores are read once by all, and once more for each place by one item. A score that was taken or is excluded
     * becomes the least number.
     */
    public static void selectTop(KernelContext ctx, FloatArray scores, IntArray excludedFrom, IntArray excluded,
            IntArray items, FloatArray itemScores, IntArray sizes) {
        float[] best = ctx.allocateFloatLocalArray(256);
        int[] where = ctx.allocateIntLocalArray(256);
        int item = ctx.localIdx;
        int user = ctx.groupIdx;
        int all = sizes.get(1);
        int places = sizes.get(2);
        int base = user * all;
        int there = 0;
        if (user < sizes.get(0)) {
            there = 1;
            int to = excludedFrom.get(user + 1);
            for (int e = excludedFrom.get(user) + item; e < to; e += 256) {
                scores.set(base + excluded.get(e), -3.4e38f);
            }
        }
        ctx.globalBarrier();
        int rounds = 0;
        if (there == 1) {
            rounds = places;
        }
        int look = there;
        float score = -3.4e38f;
        int index = -1;
        for (int place = 0; place < rounds; place++) {
            if (look == 1) {
                score = -3.4e38f;
                index = -1;
                for (int movie = item; movie < all; movie += 256) {
                    float other = scores.get(base + movie);
                    if (other > score) {
                        score = other;
                        index = movie;
                    }
                }
            }
            best[item] = score;
            where[item] = index;
            for (int half = 128; half > 0; half = half / 2) {
                ctx.localBarrier();
                if (item < half) {
                    float a = best[item];
                    float b = best[item + half];
                    int i = where[item];
                    int j = where[item + half];
                    if (b > a || (b == a && j < i)) {
                        best[item] = b;
                        where[item] = j;
                    }
                }
            }
            ctx.localBarrier();
            int taken = where[0];
            if (item == 0) {
                items.set(user * places + place, taken);
                float value = 0.0f;
                if (taken >= 0) {
                    value = best[0];
                }
                itemScores.set(user * places + place, value);
            }
            look = 0;
            if (taken >= 0 && taken % 256 == item) {
                scores.set(base + taken, -3.4e38f);
                look = 1;
            }
            ctx.localBarrier();
        }
    }
}
