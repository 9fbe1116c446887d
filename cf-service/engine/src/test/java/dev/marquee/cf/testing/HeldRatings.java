package dev.marquee.cf.testing;

import dev.marquee.cf.eval.RatingSource;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;

/** Ratings in memory, without official folds. */
public record HeldRatings(RatingMatrix all) implements RatingSource {

    @Override
    public String name() {
        return "ratings in memory";
    }

    @Override
    public boolean hasFolds() {
        return false;
    }

    @Override
    public RatingMatrix base(int fold) {
        throw new IllegalStateException("there are no folds");
    }

    @Override
    public HeldOut test(int fold, RatingMatrix train) {
        throw new IllegalStateException("there are no folds");
    }
}
