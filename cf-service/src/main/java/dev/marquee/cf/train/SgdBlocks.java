package dev.marquee.cf.train;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import java.util.SplittableRandom;

/**
 * The ratings of one training, divided so that threads never meet: users into one group for each thread, movies into several
 * times as many. In each step of an epoch, thread t works on user group t and on a movie group that no other thread has;
 * after as many steps as there are movie groups, all ratings were seen (the block schedule of Gemulla et al. 2011 and of
 * LIBMF, in a fixed order, so that the result does not depend on timing). Groups get about the same number of ratings.
 *
 * <p>
 * For the caches, a thread's users are divided further into tiles, and a block is worked on tile by tile: the tile's users
 * stay in the first-level cache and the block's movies in the second. Within a tile the ratings stand in random order, which
 * keeps the steps of one user apart, so that the processor can overlap them. The rows of users and movies are laid out in
 * the order of tiles and groups; a user's or movie's place in it takes the place of its index here.
 */
final class SgdBlocks {
    /** Bytes of the users of a tile: half of a usual first-level cache. */
    private static final int TILE_BYTES = 1 << 14;
    /** Bytes of the movies of a group: a quarter of a usual second-level cache. */
    private static final int GROUP_BYTES = 1 << 18;
    /** Fewer users would meet themselves too often. */
    private static final int LEAST_USERS = 16;
    /** Fewer movie groups for each thread would make one wait for another. */
    private static final int LEAST_GROUPS = 4;

    /** By rating: the place of its user and of its movie. */
    final int[] users;
    final int[] movies;
    final float[] ratings;
    /** By place: the user and the movie that stand there. */
    final int[] userAt;
    final int[] movieAt;
    private final int[] starts;
    private final int[] tileStarts;
    private final int[] groupStarts;
    private final int tiles;
    private final int movieGroups;

    /** @param rowBytes of one user or movie */
    SgdBlocks(RatingMatrix matrix, int threads, int rowBytes, SplittableRandom random) {
        movieGroups = threads * Math.max(LEAST_GROUPS, cuts(matrix.movies().size(), threads, GROUP_BYTES / rowBytes));
        tiles = Math.max(1, cuts(matrix.users().size(), threads, Math.max(LEAST_USERS, TILE_BYTES / rowBytes)));
        userAt = shuffled(matrix.users().size(), random);
        movieAt = shuffled(matrix.movies().size(), random);
        int[] tileOf = groups(matrix.byUser(), userAt, threads * tiles);
        int[] groupOf = groups(matrix.byMovie(), movieAt, movieGroups);
        tileStarts = starts(tileOf, threads * tiles);
        groupStarts = starts(groupOf, movieGroups);
        users = new int[matrix.size()];
        movies = new int[matrix.size()];
        ratings = new float[matrix.size()];
        starts = new int[threads * movieGroups * tiles + 1];
        distribute(matrix.byUser(), tileOf, inverse(movieAt), groupOf);
        for (int tile = 0; tile < starts.length - 1; tile++) {
            shuffle(starts[tile], starts[tile + 1], random);
        }
    }

    /** Into how many parts a thread's share of the rows is cut if each part may have so many. */
    private static int cuts(int rows, int threads, int atMost) {
        return (int) Math.ceil((double) rows / threads / Math.max(1, atMost));
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static int[] inverse(int[] order) {
        int[] place = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        return place;
    }

    /** The group of each place: the order is cut where the ratings so far reach the next share. */
    private static int[] groups(Csr rows, int[] order, int count) {
        int[] group = new int[order.length];
        long seen = 0;
        for (int place = 0; place < order.length; place++) {
            group[place] = (int) Math.min(count - 1, seen * count / rows.size());
            seen += rows.length(order[place]);
        }
        return group;
    }

    /** Where each group begins, as the groups follow one another, and where the last one ends. */
    private static int[] starts(int[] groupOf, int count) {
        int[] starts = new int[count + 1];
        for (int group : groupOf) {
            starts[group + 1]++;
        }
        for (int group = 0; group < count; group++) {
            starts[group + 1] += starts[group];
        }
        return starts;
    }

    private void distribute(Csr byUser, int[] tileOf, int[] moviePlace, int[] groupOf) {
        for (int place = 0; place < userAt.length; place++) {
            int user = userAt[place];
            for (int position = byUser.start(user); position < byUser.end(user); position++) {
                starts[cell(tileOf[place], groupOf[moviePlace[byUser.index(position)]]) + 1]++;
            }
        }
        for (int cell = 1; cell < starts.length; cell++) {
            starts[cell] += starts[cell - 1];
        }
        int[] next = starts.clone();
        for (int place = 0; place < userAt.length; place++) {
            int user = userAt[place];
            for (int position = byUser.start(user); position < byUser.end(user); position++) {
                int movie = moviePlace[byUser.index(position)];
                int target = next[cell(tileOf[place], groupOf[movie])]++;
                users[target] = place;
                movies[target] = movie;
                ratings[target] = byUser.value(position);
            }
        }
    }

    /** Cells are ordered by thread, movie group and tile. */
    private int cell(int tile, int movieGroup) {
        return (tile / tiles * movieGroups + movieGroup) * tiles + tile % tiles;
    }

    private void shuffle(int from, int to, SplittableRandom random) {
        for (int i = to - 1; i > from; i--) {
            int j = from + random.nextInt(i - from + 1);
            int user = users[i];
            users[i] = users[j];
            users[j] = user;
            int movie = movies[i];
            movies[i] = movies[j];
            movies[j] = movie;
            float rating = ratings[i];
            ratings[i] = ratings[j];
            ratings[j] = rating;
        }
    }

    /** Steps of an epoch. */
    int steps() {
        return movieGroups;
    }

    /** The movie group of a thread in a step. */
    int movieGroup(int thread, int step) {
        int threads = (tileStarts.length - 1) / tiles;
        return (thread * (movieGroups / threads) + step) % movieGroups;
    }

    /** First place of a movie group; that of the group after is its end. */
    int groupStart(int movieGroup) {
        return groupStarts[movieGroup];
    }

    /** Tiles of each thread; thread t has those from t·tiles on. */
    int tiles() {
        return tiles;
    }

    /** First place of a tile; that of the tile after is its end. */
    int tileStart(int tile) {
        return tileStarts[tile];
    }

    /** First rating of a tile's users and a group's movies. */
    int start(int tile, int movieGroup) {
        return starts[cell(tile, movieGroup)];
    }

    /** After their last rating. */
    int end(int tile, int movieGroup) {
        return starts[cell(tile, movieGroup) + 1];
    }
}
