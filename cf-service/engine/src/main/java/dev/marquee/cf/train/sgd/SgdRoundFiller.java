package dev.marquee.cf.train.sgd;

import java.util.Arrays;

/**
 * Puts the ratings of a block into rounds, each into the first that has room and comes after those that its user and
 * its movie are in. Works on one block after the other. Nearly O(1) for each rating: full rounds are skipped by links
 * that are shortened when they are followed. Not thread-safe.
 */
final class SgdRoundFiller {
    private final int mostInRound;
    /** By user and by movie: the first round that they may be in, counted over all blocks. */
    private final int[] userFree;
    private final int[] movieFree;
    private int[] starts = new int[1 << 10];
    private int done;
    private int[] filled = new int[0];
    private int[] link = new int[0];
    private int[] roundOf = new int[0];
    private int[] sorted = new int[0];
    private float[] sortedRatings = new float[0];

    SgdRoundFiller(int users, int movies, int mostInRound) {
        this.mostInRound = mostInRound;
        this.userFree = new int[users];
        this.movieFree = new int[movies];
    }

    /** Rounds so far. */
    int rounds() {
        return done;
    }

    /**
     * The first rating of each round so far, and the number of ratings.
     *
     * @param size the number of ratings
     */
    int[] starts(int size) {
        int[] all = Arrays.copyOf(starts, done + 1);
        all[done] = size;
        return all;
    }

    /** Orders the ratings of the next block by rounds. */
    void fill(int[] users, int[] movies, float[] ratings, int from, int to) {
        int count = to - from;
        reserve(count);
        int used = 0;
        for (int i = 0; i < count; i++) {
            int user = users[from + i];
            int movie = movies[from + i];
            int round = firstWithRoom(Math.max(done, Math.max(userFree[user], movieFree[movie])) - done);
            roundOf[i] = round;
            userFree[user] = done + round + 1;
            movieFree[movie] = done + round + 1;
            if (++filled[round] == mostInRound) {
                link[round] = round + 1;
            }
            used = Math.max(used, round + 1);
        }
        order(users, movies, ratings, from, count, used);
        done += used;
    }

    private void reserve(int count) {
        if (filled.length <= count) {
            filled = new int[count + 1];
            link = new int[count + 1];
            roundOf = new int[count];
            sorted = new int[count];
            sortedRatings = new float[count];
        }
        Arrays.fill(filled, 0, count + 1, 0);
        for (int round = 0; round <= count; round++) {
            link[round] = round;
        }
    }

    private int firstWithRoom(int round) {
        int at = round;
        while (link[at] != at) {
            link[at] = link[link[at]];
            at = link[at];
        }
        return at;
    }

    private void order(int[] users, int[] movies, float[] ratings, int from, int count, int used) {
        if (starts.length <= done + used) {
            starts = Arrays.copyOf(starts, Math.max(2 * starts.length, done + used + 1));
        }
        // From here on, the place of the round's next rating.
        int next = 0;
        for (int round = 0; round < used; round++) {
            starts[done + round] = from + next;
            int size = filled[round];
            filled[round] = next;
            next += size;
        }
        for (int i = 0; i < count; i++) {
            roundOf[i] = filled[roundOf[i]]++;
        }
        permute(users, from, count);
        permute(movies, from, count);
        for (int i = 0; i < count; i++) {
            sortedRatings[roundOf[i]] = ratings[from + i];
        }
        System.arraycopy(sortedRatings, 0, ratings, from, count);
    }

    private void permute(int[] numbers, int from, int count) {
        for (int i = 0; i < count; i++) {
            sorted[roundOf[i]] = numbers[from + i];
        }
        System.arraycopy(sorted, 0, numbers, from, count);
    }
}
