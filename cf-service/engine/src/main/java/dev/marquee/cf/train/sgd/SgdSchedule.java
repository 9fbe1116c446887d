package dev.marquee.cf.train.sgd;

import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.matrix.RatingMatrix;
import java.util.SplittableRandom;

/**
 * What the rounds of an epoch of SGD ask of a device, without the fit of the implicit features that follows them: how
 * many steps one after the other, how much at once in each, and how many bytes. It follows from the ratings alone, so
 * it can be seen without a device.
 *
 * @param rounds of an epoch, one after the other
 * @param leastRatings of a round
 * @param meanRatings of a round
 * @param workGroups of a round, on average
 * @param movesPerRating how often a user or movie moves, by rating: 2 if nobody is in a round twice
 * @param bytesPerRating that the kernel reads and writes for a rating, whether from memory or a cache: both rows with
 *            their states for each of the two sides that learn from it, the rows that move, and the tables
 */
public record SgdSchedule(int rounds, int leastRatings, double meanRatings, double workGroups, double movesPerRating,
        double bytesPerRating) {
    /** What one read brings at least. */
    private static final int SECTOR_BYTES = 32;

    /**
     * O(ratings).
     *
     * @param factors of the model, 1 to 128
     * @param drawn whether there are implicit features
     */
    public static SgdSchedule of(RatingMatrix train, int factors, boolean drawn, long seed) {
        int padded = Kernel.compiledFor(factors);
        SgdRounds rounds = new SgdRounds(train, new SplittableRandom(seed), () -> {});
        SgdSlots slots = new SgdSlots(train, rounds, DeviceSgdKernels.slotsOfGroup(padded));
        slots.begin();
        int least = Integer.MAX_VALUE;
        long groups = 0;
        long moves = 0;
        for (int round = 0; round < rounds.count(); round++) {
            slots.prepare(round);
            least = Math.min(least, rounds.start(round + 1) - rounds.start(round));
            groups += slots.groups();
            moves += slots.visits();
        }
        double row = (double) Float.BYTES * padded;
        double entry = row + SECTOR_BYTES + Integer.BYTES + Float.BYTES;
        double move = 2 * (row + Float.BYTES * DeviceSgdKernels.STATE) + (drawn ? row : 0);
        double group = (double) Integer.BYTES * SgdSlots.NUMBERS * DeviceSgdKernels.slotsOfGroup(padded);
        double ratings = train.size();
        return new SgdSchedule(rounds.count(), least, ratings / rounds.count(), (double) groups / rounds.count(),
                moves / ratings, 2 * entry + (moves * move + groups * group) / ratings);
    }
}
