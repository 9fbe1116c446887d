package dev.marquee.cf.train.hybrid;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.predict.FeatureMaker;
import dev.marquee.cf.predict.KnownRatings;
import dev.marquee.cf.predict.RatingFeatures;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.support.Workers;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Makes rows of ratings that are held out, by a model that was learnt from the others and by what the others tell: a
 * row knows nothing of its own rating.
 *
 * @param base the ratings of the other folds
 * @param maker of the first level, learnt from them
 * @param heldOut the ratings of the fold
 * @param few who is to be known by a few ratings only
 * @param folding of these, into the model
 */
record FoldFeatures(RatingMatrix base, FeatureMaker maker, FactorModel model, HeldOut heldOut, FewTold few,
        Folding folding) {
    private static final int ROWS_AT_ONCE = 256;

    /**
     * @param places of what is held out, ascending
     * @param times one for each, 0 where it is not to be known
     * @param contentHidden of which of them the movie's content is not to be known
     * @param first row that is written
     */
    void fill(StackRows rows, int[] places, long[] times, BitSet contentHidden, int first, Workers workers) {
        workers.chunks(places.length, ROWS_AT_ONCE, (from, to) -> {
            RatingFeatures of = null;
            for (int i = from; i < to; i++) {
                int user = heldOut.user(places[i]);
                if (of == null || user != heldOut.user(places[i - 1])) {
                    workers.checkCancelled();
                    of = of(user);
                }
                int row = first + i;
                rows.guesses[row] = of.fill(heldOut.movie(places[i]), times[i], rows.features, row * rows.width);
                if (contentHidden.get(i)) {
                    maker.forgetContent(rows.features, row * rows.width);
                }
                rows.trust[row] = of.trust();
                rows.variances[row] = variance(user, heldOut.movie(places[i]));
                rows.few[row] = few.told(user) >= 0 ? 1 : 0;
                rows.targets[row] = heldOut.rating(places[i]);
            }
        });
    }

    private RatingFeatures of(int user) {
        KnownRatings known = KnownRatings.of(base, user);
        if (few.told(user) < 0) {
            return maker.of(model.userVector(user), known);
        }
        KnownRatings told = few.told(user, known);
        long[] movieIds = Arrays.stream(told.movies()).mapToLong(model.movies()::idOf).toArray();
        return maker.of(folding.user(movieIds, told.ratings()), told);
    }

    private float variance(int user, int movie) {
        return model.uncertainty().map(known -> known.deviation(user, movie)).map(each -> each * each).orElse(0f);
    }
}
