package dev.marquee.cf.train.hybrid;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * How ratings are cut, each part to be predicted by what is learnt of the others, and which of them become rows.
 *
 * @param cut the parts that the ratings are cut in
 * @param used how many of them are predicted, 0 for none
 * @param rows that there are at most, of all of them together
 */
record Folds(int cut, int used, int rows, long seed) {
    private static final int LEAST_RATINGS = 250;
    /** Besides the number of the fold, what is drawn. */
    private static final long ROWS = 1L << 32;
    private static final long TIMES = 1L << 33;
    private static final long TOLD = 1L << 35;
    private static final long CONTENT = 1L << 36;

    /** As few as give the rows that are wanted; none where the ratings are too few to learn a second stage from. */
    static Folds of(RatingMatrix train, HybridOptions options) {
        if (train.size() < LEAST_RATINGS) {
            return new Folds(options.folds(), 0, 0, options.seed());
        }
        int rows = Math.min(options.rows(), train.size());
        int used = (int) Math.ceil((double) rows * options.folds() / train.size());
        return new Folds(options.folds(), Math.clamp(used, 1, options.folds()), rows, options.seed());
    }

    Split split(RatingMatrix train, int fold) {
        return Split.fold(train, cut, fold, seed);
    }

    /**
     * Which of the ratings that a fold holds out become rows.
     *
     * @param room for how many there is
     * @return places in what is held out, ascending
     */
    int[] chosen(HeldOut heldOut, int fold, int room) {
        double share = (double) rows / used / Math.max(1, heldOut.size());
        SplittableRandom random = new SplittableRandom(seed + ROWS + fold);
        boolean all = used == cut && room >= heldOut.size();
        int[] places = new int[Math.min(room, heldOut.size())];
        int count = 0;
        for (int i = 0; i < heldOut.size() && count < places.length; i++) {
            if (all || random.nextDouble() < share) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    /**
     * When the ratings of some places are given, as far as it is to be known.
     *
     * @param timeless share of which it is not
     */
    long[] times(HeldOut heldOut, int[] places, int fold, double timeless) {
        SplittableRandom random = new SplittableRandom(seed + TIMES + fold);
        long[] times = new long[places.length];
        for (int i = 0; i < places.length; i++) {
            times[i] = random.nextDouble() < timeless ? 0 : heldOut.epochSeconds(places[i]);
        }
        return times;
    }

    /**
     * Of which places the content of the movie is not to be known.
     *
     * @param share of them
     */
    BitSet contentHidden(int[] places, int fold, double share) {
        SplittableRandom random = new SplittableRandom(seed + CONTENT + fold);
        BitSet hidden = new BitSet();
        for (int i = 0; i < places.length; i++) {
            hidden.set(i, random.nextDouble() < share);
        }
        return hidden;
    }

    /** @param share of the users */
    FewTold few(int fold, double share) {
        return new FewTold(share, seed + TOLD + fold);
    }
}
