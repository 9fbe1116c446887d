package dev.marquee.cf.index;

import dev.marquee.cf.cold.ContentFactors;
import dev.marquee.cf.cold.ContentFitOptions;
import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.content.ContentProfile;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.MovieVector;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Movies that nobody, or hardly anybody, has rated yet, as a model would see them by their content: their factors are
 * predicted from it ({@link ContentFactors}). Immutable, thread-safe.
 */
public final class NewMovies {
    /** None. */
    public static final NewMovies NONE = new NewMovies(ContentMatrix.EMPTY, new int[0],
            FactorIndex.of(1, new float[0], new float[0]));

    private final ContentMatrix content;
    private final int[] rows;
    private final FactorIndex index;

    private NewMovies(ContentMatrix content, int[] rows, FactorIndex index) {
        this.content = content;
        this.rows = rows;
        this.index = index;
    }

    /**
     * A movie for someone.
     *
     * @param score as the model's own movies have it
     */
    public record Found(long movieId, float score) {}

    /**
     * Takes seconds for tens of thousands of movies.
     *
     * @param ratings how many ratings each movie of the model has, by the model's index
     * @param enough movies with so many are known, and are not among these
     */
    public static NewMovies of(ContentMatrix content, FactorModel model, IntUnaryOperator ratings, int enough) {
        ContentFactors factors = ContentFactors.fit(content, model, ratings, ContentFitOptions.DEFAULTS);
        int[] rows = IntStream.range(0, content.rows()).filter(row -> {
            int movie = model.movies().indexOf(content.idOf(row));
            return (movie < 0 || ratings.applyAsInt(movie) < enough) && factors.of(content.idOf(row)) != null;
        }).toArray();
        int k = model.factors();
        float[] vectors = new float[Math.multiplyExact(rows.length, k)];
        float[] biases = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            MovieVector vector = factors.of(content.idOf(rows[i]));
            if (vector != null) {
                biases[i] = vector.bias();
                System.arraycopy(vector.factors(), 0, vectors, i * k, k);
            }
        }
        return new NewMovies(content, rows, FactorIndex.of(k, vectors, biases));
    }

    /** How many there are. */
    public int size() {
        return rows.length;
    }

    /**
     * The best for someone by the model, of those whose content is more like what is liked than like what is disliked:
     * a model of what is watched does not tell the two apart.
     *
     * @param user the model's factors
     * @param rated movies by id
     * @param weights as many, by how much they are liked; below 0 where they are not
     * @param n how many
     * @param allowed by id
     * @return best first
     */
    public List<Found> top(float[] user, long[] rated, float[] weights, int n, LongPredicate allowed) {
        if (rows.length == 0) {
            return List.of();
        }
        ContentProfile profile = content.profile(LongStream.of(rated).mapToInt(content::indexOf).toArray(), weights);
        return index.top(user, n, movie -> allowed.test(content.idOf(rows[movie])) && profile.cosine(rows[movie]) > 0)
                .stream().map(scored -> new Found(content.idOf(rows[scored.index()]), scored.score())).toList();
    }
}
