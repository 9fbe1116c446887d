package dev.marquee.cf.train.sgd;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The ratings of one training in an order for a device with many processors: users and movies are divided at random
 * into as many groups each, with about the same number of ratings; in step s of an epoch, work-group w has the block of
 * the users of group w and the movies of group w + s, so blocks of a step have nobody in common (Gemulla et al. 2011).
 * Within a block, the ratings stand in rounds, which have neither a user nor a movie twice ({@link SgdRoundFiller}).
 *
 * <p>
 * Everything follows from the ratings, the number of groups and the seed. O(ratings). Immutable, thread-safe.
 */
final class SgdRounds extends SgdOrder {
    private static final int CHECK_EVERY = 1 << 12;

    /** How many groups there are, and how many steps. */
    final int groups;
    private final int[] cellStarts;
    private final int[] firstRounds;
    private final int[] rounds;

    /**
     * @param mostInRound ratings of a round
     * @param checkCancelled called often; throws what ends the training
     */
    SgdRounds(RatingMatrix matrix, int groups, int mostInRound, SplittableRandom random, Runnable checkCancelled) {
        super(matrix.size());
        this.groups = groups;
        int[] userGroup = groupOf(matrix.byUser(), random);
        int[] movieGroup = groupOf(matrix.byMovie(), random);
        checkCancelled.run();
        cellStarts = new int[groups * groups + 1];
        divide(matrix.byUser(), userGroup, movieGroup, checkCancelled);
        firstRounds = new int[groups * groups + 1];
        SgdRoundFiller filler = new SgdRoundFiller(matrix.users().size(), matrix.movies().size(), mostInRound);
        for (int cell = 0; cell < groups * groups; cell++) {
            if (cell % CHECK_EVERY == 0 || cellStarts[cell + 1] - cellStarts[cell] > CHECK_EVERY) {
                checkCancelled.run();
            }
            shuffle(cellStarts[cell], cellStarts[cell + 1], random);
            filler.fill(users, movies, ratings, cellStarts[cell], cellStarts[cell + 1]);
            firstRounds[cell + 1] = filler.rounds();
        }
        rounds = filler.starts(matrix.size());
    }

    private int[] groupOf(Csr rows, SplittableRandom random) {
        int[] order = SgdLayout.shuffled(rows.rows(), random);
        int[] shares = SgdLayout.shares(rows, order, groups);
        int[] groupOf = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            groupOf[order[place]] = shares[place];
        }
        return groupOf;
    }

    private void divide(Csr byUser, int[] userGroup, int[] movieGroup, Runnable checkCancelled) {
        for (int user = 0; user < byUser.rows(); user++) {
            checkCancelled.run();
            for (int position = byUser.start(user); position < byUser.end(user); position++) {
                cellStarts[cell(userGroup[user], movieGroup[byUser.index(position)]) + 1]++;
            }
        }
        Arrays.parallelPrefix(cellStarts, Integer::sum);
        int[] next = cellStarts.clone();
        for (int user = 0; user < byUser.rows(); user++) {
            checkCancelled.run();
            for (int position = byUser.start(user); position < byUser.end(user); position++) {
                int movie = byUser.index(position);
                put(next[cell(userGroup[user], movieGroup[movie])]++, user, movie, byUser.value(position));
            }
        }
    }

    /** Cells stand by step and work-group. */
    private int cell(int userGroup, int movieGroup) {
        return Math.floorMod(movieGroup - userGroup, groups) * groups + userGroup;
    }

    /** First rating of a step; of the number of steps: after the last rating. */
    int start(int step) {
        return cellStarts[step * groups];
    }

    /** First round of a step; of the number of steps: the number of rounds. */
    int firstRound(int step) {
        return firstRounds[step * groups];
    }

    /**
     * The rounds of some steps, as the kernel wants them.
     *
     * @return the first rating of each round, and at the end the rating after the last, counted from the first step's
     *         first
     */
    int[] rounds(int fromStep, int toStep) {
        return shifted(rounds, firstRound(fromStep), firstRound(toStep) + 1, start(fromStep));
    }

    /**
     * The blocks of some steps, as the kernel wants them.
     *
     * @return the first round of each block, and at the end the round after the last, counted from the first step's
     *         first
     */
    int[] blocks(int fromStep, int toStep) {
        return shifted(firstRounds, fromStep * groups, toStep * groups + 1, firstRound(fromStep));
    }

    private static int[] shifted(int[] numbers, int from, int to, int by) {
        int[] part = Arrays.copyOfRange(numbers, from, to);
        for (int i = 0; i < part.length; i++) {
            part[i] -= by;
        }
        return part;
    }
}
