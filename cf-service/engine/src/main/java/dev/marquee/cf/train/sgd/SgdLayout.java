package dev.marquee.cf.train.sgd;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import java.util.SplittableRandom;

/**
 * Where the rows of users and movies stand during SGD: in random order, cut into tiles of users and groups of movies
 * that get about the same number of ratings each. A user's or movie's place in this order takes the place of its index.
 * Immutable, thread-safe.
 */
final class SgdLayout {
    /** Bytes of the users of a tile: half of a usual first-level cache. */
    private static final int TILE_BYTES = 1 << 14;
    /**
     * Bytes of the movies of a group at most: twice a usual second-level cache, which holds those of them that are
     * rated most. Smaller groups would have every user fetched and brought up to date more often, which costs more than
     * it saves.
     */
    private static final int GROUP_BYTES = 1 << 21;
    /** Fewer users would meet themselves too often. */
    private static final int LEAST_USERS = 16;
    /** Fewer movie groups for each thread would make one wait for another. */
    private static final int LEAST_GROUPS = 4;

    /** Number of threads, of tiles of each, of movie groups. */
    final int threads;
    final int tiles;
    final int groups;
    /** By place: the user and the movie that stand there. */
    final int[] userAt;
    final int[] movieAt;
    /** By place: the user's tile and the movie's group; thread t has the tiles from t·tiles on. */
    final int[] tileOf;
    final int[] groupOf;
    /** By tile and by group: the first place, and in the end the number of places. */
    final int[] tileStarts;
    final int[] groupStarts;

    /** @param rowBytes of one user or movie */
    SgdLayout(RatingMatrix matrix, int threads, int rowBytes, SplittableRandom random) {
        this.threads = threads;
        groups = threads * Math.max(LEAST_GROUPS, cuts(matrix.movies().size(), threads, GROUP_BYTES / rowBytes));
        tiles = Math.max(1, cuts(matrix.users().size(), threads, Math.max(LEAST_USERS, TILE_BYTES / rowBytes)));
        userAt = shuffled(matrix.users().size(), random);
        movieAt = shuffled(matrix.movies().size(), random);
        tileOf = shares(matrix.byUser(), userAt, threads * tiles);
        groupOf = shares(matrix.byMovie(), movieAt, groups);
        tileStarts = starts(tileOf, threads * tiles);
        groupStarts = starts(groupOf, groups);
    }

    /** Into how many parts a thread's share of the rows is cut if each part may have so many. */
    private static int cuts(int rows, int threads, int atMost) {
        return (int) Math.ceil((double) rows / threads / Math.max(1, atMost));
    }

    /** The numbers below a size in random order. */
    static int[] shuffled(int size, SplittableRandom random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** The share of each place: the order is cut where the ratings so far reach the next share. */
    static int[] shares(Csr rows, int[] order, int count) {
        int[] share = new int[order.length];
        long seen = 0;
        for (int place = 0; place < order.length; place++) {
            share[place] = (int) Math.min(count - 1, seen * count / rows.size());
            seen += rows.length(order[place]);
        }
        return share;
    }

    private static int[] starts(int[] shareOf, int count) {
        int[] starts = new int[count + 1];
        for (int share : shareOf) {
            starts[share + 1]++;
        }
        for (int share = 0; share < count; share++) {
            starts[share + 1] += starts[share];
        }
        return starts;
    }

    /** By movie: its place. */
    int[] moviePlaces() {
        int[] place = new int[movieAt.length];
        for (int i = 0; i < movieAt.length; i++) {
            place[movieAt[i]] = i;
        }
        return place;
    }

    /** The movie group of a thread in a step of an epoch; there are as many steps as groups. */
    int movieGroup(int thread, int step) {
        return (thread * (groups / threads) + step) % groups;
    }

    /** How many threads have been through that group before in the same epoch. */
    int turn(int step) {
        return step / (groups / threads);
    }
}
