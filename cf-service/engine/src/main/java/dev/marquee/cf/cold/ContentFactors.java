package dev.marquee.cf.cold;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.MovieVector;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Predicts a movie's bias and factors in a trained model from its content, for movies that have no ratings, or too few:
 * ridge regression of what the model learnt on the features, fitted on the movies with enough ratings. Immutable,
 * thread-safe.
 */
public final class ContentFactors {
    private final ContentMatrix content;
    private final int factors;
    /** By column, then by factor; the last is the bias. */
    private final float[] coefficients;
    private final float[] constants;
    private final int fitted;

    private ContentFactors(ContentMatrix content, int factors, float[] coefficients, float[] constants, int fitted) {
        this.content = content;
        this.factors = factors;
        this.coefficients = coefficients;
        this.constants = constants;
        this.fitted = fitted;
    }

    /**
     * @param ratings how many ratings each movie of the model has, by the model's numbers
     */
    public static ContentFactors fit(ContentMatrix content, FactorModel model, IntUnaryOperator ratings,
            ContentFitOptions options) {
        int[] movies = IntStream.range(0, model.movies().size())
                .filter(movie -> ratings.applyAsInt(movie) >= options.minRatings()
                        && content.indexOf(model.movies().idOf(movie)) >= 0)
                .toArray();
        int[] rows = new int[movies.length];
        double[] weights = new double[movies.length];
        int targets = model.factors() + 1;
        float[] values = new float[Math.multiplyExact(movies.length, targets)];
        float[] biases = model.allMovieBiases();
        for (int i = 0; i < movies.length; i++) {
            double count = ratings.applyAsInt(movies[i]);
            rows[i] = content.indexOf(model.movies().idOf(movies[i]));
            weights[i] = count / (count + options.trust());
            model.copyMovieFactors(movies[i], values, i * targets);
            values[i * targets + model.factors()] = biases[movies[i]];
        }
        Ridge ridge = new Ridge(content, rows, weights, options.regularization(), targets);
        float[] coefficients = ridge.solve(values, options.iterations());
        return new ContentFactors(content, model.factors(), coefficients, ridge.constants(coefficients), rows.length);
    }

    /** How many movies it was fitted on. */
    public int fitted() {
        return fitted;
    }

    /** {@code null} where nothing is known of the movie's content, or nothing was fitted. */
    public @Nullable MovieVector of(long movieId) {
        int row = content.indexOf(movieId);
        if (row < 0 || content.start(row) == content.end(row) || fitted == 0) {
            return null;
        }
        int targets = factors + 1;
        float[] sums = constants.clone();
        for (int entry = content.start(row); entry < content.end(row); entry++) {
            int at = content.column(entry) * targets;
            for (int target = 0; target < targets; target++) {
                sums[target] += content.weight(entry) * coefficients[at + target];
            }
        }
        float[] vector = new float[factors];
        System.arraycopy(sums, 0, vector, 0, factors);
        return new MovieVector(sums[factors], vector);
    }
}
