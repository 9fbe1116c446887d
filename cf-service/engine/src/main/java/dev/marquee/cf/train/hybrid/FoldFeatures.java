package dev.marquee.cf.train.hybrid;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.predict.FeatureMaker;
import dev.marquee.cf.predict.KnownRatings;
import dev.marquee.cf.predict.RatingFeatures;
import dev.marquee.cf.train.support.Workers;

/**
 * Makes rows of ratings that are held out, by a model that was learnt from the others and by what the others tell: a
 * row knows nothing of its own rating.
 *
 * @param base the ratings of the other folds
 * @param maker of the first level, learnt from them
 * @param heldOut the ratings of the fold
 */
record FoldFeatures(RatingMatrix base, FeatureMaker maker, FactorModel model, HeldOut heldOut) {
    private static final int ROWS_AT_ONCE = 256;

    /**
     * @param places of what is held out, ascending
     * @param times one for each, 0 where it is not to be known
     * @param first row that is written
     */
    void fill(StackRows rows, int[] places, long[] times, int first, Workers workers) {
        workers.chunks(places.length, ROWS_AT_ONCE, (from, to) -> {
            RatingFeatures of = null;
            for (int i = from; i < to; i++) {
                int user = heldOut.user(places[i]);
                if (of == null || user != heldOut.user(places[i - 1])) {
                    workers.checkCancelled();
                    of = maker.of(model.userVector(user), KnownRatings.of(base, user));
                }
                int row = first + i;
                rows.guesses[row] = of.fill(heldOut.movie(places[i]), times[i], rows.features, row * rows.width);
                rows.targets[row] = heldOut.rating(places[i]);
            }
        });
    }
}
