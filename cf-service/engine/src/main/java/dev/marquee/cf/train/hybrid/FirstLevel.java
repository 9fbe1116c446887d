package dev.marquee.cf.train.hybrid;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.ImplicitFeatures;
import dev.marquee.cf.model.Uncertainty;
import dev.marquee.cf.train.support.RunningState;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The models of the first level as one: factors side by side, so that the product of two rows is the mean of the
 * models' products, and means of everything else. Factors are the models' own divided by the root of their number, so
 * that a row weighs as much against a penalty as in one of them. Filled model by model. Not thread-safe.
 */
final class FirstLevel {
    private final int parts;
    private final int width;
    private final int total;
    private final float[] userFactors;
    private final float[] movieFactors;
    private final float[] userFeatures;
    private final float[] movieFeatures;
    private final float[] constants;
    private final double[] userBiases;
    private final double[] movieBiases;
    private final float[] userVariances;
    private final float[] movieVariances;
    /** The mean; noise of an uncertainty, or 0; how many of the models have implicit features. */
    private final double[] single = new double[3];

    /** @param factors of each */
    FirstLevel(RatingMatrix ratings, int parts, int factors) {
        this.parts = parts;
        this.width = factors;
        this.total = parts * factors;
        int users = ratings.users().size();
        int movies = ratings.movies().size();
        userFactors = new float[Math.multiplyExact(users, total)];
        movieFactors = new float[Math.multiplyExact(movies, total)];
        userFeatures = new float[userFactors.length];
        movieFeatures = new float[movieFactors.length];
        constants = new float[2 * total];
        userBiases = new double[users];
        movieBiases = new double[movies];
        userVariances = new float[users];
        movieVariances = new float[movies];
    }

    /** Begins with another set of models. */
    void clear() {
        for (float[] numbers : new float[][]{userFactors, movieFactors, userFeatures, movieFeatures, constants,
                userVariances, movieVariances}) {
            Arrays.fill(numbers, 0);
        }
        for (double[] numbers : new double[][]{userBiases, movieBiases, single}) {
            Arrays.fill(numbers, 0);
        }
    }

    /** @param part its place among the models */
    void set(int part, FactorModel model) {
        place(part, model.allUserFactors(), userFactors);
        place(part, model.allMovieFactors(), movieFactors);
        single[0] += model.mean() / (double) parts;
        add(model.allUserBiases(), userBiases);
        add(model.allMovieBiases(), movieBiases);
        model.implicit().ifPresent(features -> set(part, features));
        model.uncertainty().ifPresent(this::set);
    }

    private void set(int part, ImplicitFeatures features) {
        single[2]++;
        place(part, features.allMovieFeatures(), movieFeatures);
        place(part, features.allUserFeatures(), userFeatures);
        place(part, features.userConstant(), constants);
        float[] movies = new float[total];
        place(part, features.movieConstant(), movies);
        System.arraycopy(movies, part * width, constants, total + part * width, width);
    }

    private void set(Uncertainty known) {
        single[1] = known.noise();
        System.arraycopy(known.users(), 0, userVariances, 0, userVariances.length);
        System.arraycopy(known.movies(), 0, movieVariances, 0, movieVariances.length);
    }

    private void place(int part, float[] from, float[] to) {
        float scale = (float) (1 / Math.sqrt(parts));
        for (int row = 0; row < from.length / width; row++) {
            for (int f = 0; f < width; f++) {
                to[row * total + part * width + f] = scale * from[row * width + f];
            }
        }
    }

    private void add(float[] from, double[] to) {
        for (int row = 0; row < to.length; row++) {
            to[row] += from[row] / (double) parts;
        }
    }

    /** A copy, once all models are set. */
    FactorModel model(RatingMatrix ratings) {
        FactorModel model = new FactorModel(ratings.users(), ratings.movies(), total, (float) single[0],
                ratings.minRating(), ratings.maxRating(), floats(userBiases), floats(movieBiases), userFactors.clone(),
                movieFactors.clone());
        model = implicit().map(model::with).orElse(model);
        Uncertainty known = uncertainty();
        return known == null ? model : model.with(known);
    }

    /** Only where all have them: what is expected of one part says nothing of another. */
    private Optional<ImplicitFeatures> implicit() {
        return single[2] < parts
                ? Optional.empty()
                : Optional.of(new ImplicitFeatures(total, movieFeatures.clone(), userFeatures.clone(),
                        Arrays.copyOf(constants, total), Arrays.copyOfRange(constants, total, 2 * total)));
    }

    private @Nullable Uncertainty uncertainty() {
        return single[1] > 0
                ? new Uncertainty((float) single[1], userVariances.clone(), movieVariances.clone())
                : null;
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    RunningState addTo(RunningState state) {
        return state.floats("userFactors", userFactors).floats("movieFactors", movieFactors)
                .floats("userFeatures", userFeatures).floats("movieFeatures", movieFeatures)
                .floats("constants", constants).doubles("userBiases", userBiases).doubles("movieBiases", movieBiases)
                .floats("userVariances", userVariances).floats("movieVariances", movieVariances)
                .doubles("single", single);
    }
}
