package dev.marquee.cf.train;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import java.util.SplittableRandom;

/**
 * The ratings of one training, divided so that threads never meet: users into one group for each thread, movies into several
 * times as many. In each step of an epoch, thread t works on user group t and on a movie group that no other thread has;
 * after as many steps as there are movie groups, all ratings were seen (the block schedule of Gemulla et al. 2011 and of
 * LIBMF, in a fixed order, so that the result does not depend on timing).
 *
 * <p>
 * Groups get about the same number of ratings. Within a block the ratings stand in random order.
 */
final class SgdBlocks {
    /** Movie groups for each thread: more make a group's factors fit the processor's cache, fewer mean fewer waits. */
    private static final int MOVIE_GROUPS_PER_THREAD = 4;

    final int[] users;
    final int[] movies;
    final float[] ratings;
    private final int[] starts;
    private final int movieGroups;

    SgdBlocks(RatingMatrix matrix, int threads, SplittableRandom random) {
        movieGroups = threads * MOVIE_GROUPS_PER_THREAD;
        int[] userGroup = groups(matrix.byUser(), threads, random);
        int[] movieGroup = groups(matrix.byMovie(), movieGroups, random);
        users = new int[matrix.size()];
        movies = new int[matrix.size()];
        ratings = new float[matrix.size()];
        starts = new int[threads * movieGroups + 1];
        distribute(matrix.byUser(), userGroup, movieGroup);
        for (int block = 0; block < starts.length - 1; block++) {
            shuffle(starts[block], starts[block + 1], random);
        }
    }

    /** Rows in random order, cut where the ratings so far reach the next share. */
    private static int[] groups(Csr rows, int count, SplittableRandom random) {
        int[] order = new int[rows.rows()];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        int[] group = new int[rows.rows()];
        long seen = 0;
        for (int row : order) {
            group[row] = (int) Math.min(count - 1, seen * count / rows.size());
            seen += rows.length(row);
        }
        return group;
    }

    private void distribute(Csr byUser, int[] userGroup, int[] movieGroup) {
        for (int user = 0; user < byUser.rows(); user++) {
            for (int position = byUser.start(user); position < byUser.end(user); position++) {
                starts[userGroup[user] * movieGroups + movieGroup[byUser.index(position)] + 1]++;
            }
        }
        for (int block = 1; block < starts.length; block++) {
            starts[block] += starts[block - 1];
        }
        int[] next = starts.clone();
        for (int user = 0; user < byUser.rows(); user++) {
            for (int position = byUser.start(user); position < byUser.end(user); position++) {
                int target = next[userGroup[user] * movieGroups + movieGroup[byUser.index(position)]]++;
                users[target] = user;
                movies[target] = byUser.index(position);
                ratings[target] = byUser.value(position);
            }
        }
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

    /** The block of a thread in a step. */
    int block(int thread, int step) {
        return thread * movieGroups + (thread * MOVIE_GROUPS_PER_THREAD + step) % movieGroups;
    }

    int start(int block) {
        return starts[block];
    }

    int end(int block) {
        return starts[block + 1];
    }
}
