package dev.marquee.cf.eval;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;

/**
 * Ratings to evaluate on. They are read when they are asked for, and anew each time.
 */
public interface RatingSource {
    /** The official folds of MovieLens 100K, {@code u1.base} and {@code u1.test} to {@code u5}. */
    int OFFICIAL_FOLDS = 5;

    /** What a report calls it. */
    String name();

    /**
     * All ratings.
     *
     * @throws dev.marquee.common.error.DataRejected if they cannot be read
     */
    RatingMatrix all();

    /** Whether there are the official folds. */
    boolean hasFolds();

    /**
     * The ratings to train on of an official fold, 1 to {@value #OFFICIAL_FOLDS}.
     *
     * @throws dev.marquee.common.error.DataRejected if they cannot be read, or there are no folds
     */
    RatingMatrix base(int fold);

    /** The ratings to test on of an official fold; see {@link #base}. */
    HeldOut test(int fold, RatingMatrix train);
}
