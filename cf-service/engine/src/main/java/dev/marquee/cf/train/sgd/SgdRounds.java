package dev.marquee.cf.train.sgd;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import java.util.SplittableRandom;

/**
 * The ratings of one training in rounds, for a device with many processors: in a round all ratings are learnt from side
 * by side, with the numbers as of the round's begin, and each user and movie then moves once by the sum of what its
 * ratings of the round ask for. So a round may have a row many times, and there are few rounds however often the most
 * rated movie was rated (mini-batches by row; one rating in each round would be plain SGD).
 *
 * <p>
 * Ratings are dealt like cards: movie after movie, those of one in random order, to all rounds in turn, which stand in
 * random order. So all rounds have the same number of ratings, and a movie the same number in each, to one.
 *
 * <p>
 * Everything follows from the ratings and the seed. O(ratings). Immutable, thread-safe.
 */
final class SgdRounds extends SgdOrder {
    /**
     * Ratings of a round at most, where there are enough rounds. Of MovieLens 25M's size this makes 763 rounds, in
     * which the most rated movie has 105 ratings; the divisions of MovieLens 1M into 32 rounds and of 100K into 16,
     * where it has 95 and 32, still train as well as on the CPU.
     */
    private static final int MOST_RATINGS = 1 << 15;
    /** Fewer leave small data too few steps. */
    private static final int LEAST_ROUNDS = 64;
    private static final int CHECK_EVERY = 1 << 16;

    private final int[] starts;

    /** @param checkCancelled called often; throws what ends the training */
    SgdRounds(RatingMatrix matrix, SplittableRandom random, Runnable checkCancelled) {
        super(matrix.size());
        int count = count(matrix.size());
        int[] turns = SgdLayout.shuffled(count, random);
        starts = starts(matrix.size(), turns);
        Csr byMovie = matrix.byMovie();
        int[] next = starts.clone();
        int turn = 0;
        for (int movie = 0; movie < byMovie.rows(); movie++) {
            int[] positions = SgdLayout.shuffled(byMovie.length(movie), random);
            for (int position : positions) {
                if (turn % CHECK_EVERY == 0) {
                    checkCancelled.run();
                }
                int at = byMovie.start(movie) + position;
                put(next[turns[turn % count]]++, byMovie.index(at), movie, byMovie.value(at));
                turn++;
            }
        }
    }

    /** How many rounds so many ratings make. */
    static int count(int ratings) {
        return Math.max(Math.min(LEAST_ROUNDS, ratings), Math.ceilDiv(ratings, MOST_RATINGS));
    }

    private static int[] starts(int ratings, int[] turns) {
        int[] starts = new int[turns.length + 1];
        for (int i = 0; i < turns.length; i++) {
            starts[turns[i] + 1] = ratings / turns.length + (i < ratings % turns.length ? 1 : 0);
        }
        for (int round = 0; round < turns.length; round++) {
            starts[round + 1] += starts[round];
        }
        return starts;
    }

    int count() {
        return starts.length - 1;
    }

    /** First rating of a round; of the number of rounds: after the last rating. */
    int start(int round) {
        return starts[round];
    }
}
