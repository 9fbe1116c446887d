package dev.marquee.cf.train.bpmf;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.support.RunningState;
import dev.marquee.common.kernel.Kernels;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The mean of several samples' predictions of held-out ratings, whose times are not looked at. Not thread-safe.
 */
final class RunningPredictions {
    private final RatingMatrix train;
    private final @Nullable HeldOut ratings;
    private final double[] sums;
    private int samples;

    /** @param ratings may be empty or {@code null} */
    RunningPredictions(RatingMatrix train, @Nullable HeldOut ratings) {
        this.train = train;
        this.ratings = ratings;
        this.sums = new double[ratings == null ? 0 : ratings.size()];
    }

    /**
     * Adds a sample. A user or a movie without a rating counts as the mean of the others.
     *
     * @param before how many samples of the mean came before; 0: what was there is forgotten
     */
    void add(GibbsSide users, GibbsSide movies, @Nullable GibbsSittings sittings, int before) {
        if (before == 0) {
            Arrays.fill(sums, 0);
        }
        float[] userMean = users.mean();
        float[] movieMean = movies.mean();
        int factors = userMean.length;
        for (int i = 0; i < sums.length; i++) {
            HeldOut held = Objects.requireNonNull(ratings);
            boolean user = users.rated(held.user(i));
            boolean movie = movies.rated(held.movie(i));
            if (user && sittings != null) {
                sums[i] += sittings.usual(held.user(i));
            }
            sums[i] += Kernels.get().dot(user ? users.values() : userMean, user ? held.user(i) * factors : 0,
                    movie ? movies.values() : movieMean, movie ? held.movie(i) * factors : 0, factors);
        }
        samples = before + 1;
    }

    /** Of the mean, clipped to the range of the ratings; NaN without ratings. */
    double rmse() {
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            double predicted = train.mean() + sums[i] / samples;
            double error = Objects.requireNonNull(ratings).rating(i)
                    - Math.clamp(predicted, train.minRating(), train.maxRating());
            sum += error * error;
        }
        return sums.length == 0 ? Double.NaN : Math.sqrt(sum / sums.length);
    }

    RunningState addTo(RunningState state) {
        return state.doubles("predictions", sums);
    }
}
