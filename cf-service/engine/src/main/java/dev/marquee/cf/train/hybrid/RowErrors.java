package dev.marquee.cf.train.hybrid;

import dev.marquee.cf.boost.Forest;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.predict.FeatureMaker;
import java.util.BitSet;

/**
 * What models, their mean and trees predict of rows, and how far it is from the ratings.
 */
final class RowErrors {
    private final StackRows rows;
    private final float least;
    private final float most;

    /** @param train the range of its ratings is that of predictions */
    RowErrors(StackRows rows, RatingMatrix train) {
        this.rows = rows;
        this.least = train.minRating();
        this.most = train.maxRating();
    }

    /** Predicts the rating of a row. */
    interface Predicted {
        float of(int row);
    }

    /** One of the models alone. */
    Predicted of(int part) {
        return row -> rows.predictions[row * rows.parts + part];
    }

    float mean(int row) {
        return clip(rows.guesses[row]);
    }

    /** The mean and trees. */
    Predicted of(Forest forest) {
        return row -> corrected(row, forest.sum(rows.features, row * rows.width));
    }

    /** The same, where nobody knows when. */
    Predicted untimed(Forest forest) {
        float[] features = new float[rows.width];
        return row -> {
            System.arraycopy(rows.features, row * rows.width, features, 0, rows.width);
            FeatureMaker.forgetTime(features);
            return corrected(row, forest.sum(features, 0));
        };
    }

    private float corrected(int row, float sum) {
        return clip(rows.guesses[row] + rows.trust[row] * sum);
    }

    private float clip(float rating) {
        return Math.clamp(rating, least, most);
    }

    double rmse(BitSet of, Predicted predicted) {
        return Math.sqrt(of.stream().mapToDouble(row -> Math.pow(predicted.of(row) - rows.targets[row], 2)).average()
                .orElse(0));
    }

    double mae(BitSet of, Predicted predicted) {
        return of.stream().mapToDouble(row -> Math.abs(predicted.of(row) - rows.targets[row])).average().orElse(0);
    }

    /** The mean of the variances that the mean of the models expects; 0 where it expects none. */
    double variance(BitSet of) {
        return of.stream().mapToDouble(row -> rows.variances[row]).average().orElse(0);
    }
}
