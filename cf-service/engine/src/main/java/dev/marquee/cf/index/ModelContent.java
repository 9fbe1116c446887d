package dev.marquee.cf.index;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.content.ContentProfile;
import dev.marquee.common.id.IdMap;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What the movies of a model are like by their content. Immutable, thread-safe.
 */
final class ModelContent {
    private static final int PAIRS = 4096;
    /** An opinion of so many stars above or below the usual counts by 0.7 of a strong one. */
    private static final double WEAK = 1;

    private final ContentMatrix matrix;
    /** By the model's index; -1 where nothing is known of the movie. */
    private final int[] rows;
    /** The usual size of the cosine of two movies: with few kinds of features they are more alike than with many. */
    private final float usualCosine;

    ModelContent(IdMap movies, ContentMatrix matrix) {
        this.matrix = matrix;
        this.usualCosine = usualCosine(matrix);
        this.rows = matrix.isEmpty()
                ? new int[0]
                : IntStream.range(0, movies.size()).map(movie -> matrix.indexOf(movies.idOf(movie))).toArray();
    }

    /** The root of the mean square, over some pairs. */
    private static float usualCosine(ContentMatrix matrix) {
        SplittableRandom random = new SplittableRandom(PAIRS);
        double squares = 0;
        for (int pair = 0; pair < PAIRS && matrix.rows() > 1; pair++) {
            float cosine = matrix.cosine(random.nextInt(matrix.rows()), random.nextInt(matrix.rows()));
            squares += cosine == 1 ? 0 : cosine * cosine;
        }
        return (float) Math.max(1e-3, Math.sqrt(squares / PAIRS));
    }

    /**
     * What someone's ratings say of the content that is liked and disliked.
     *
     * @param usual what they call neither good nor bad
     */
    ContentTaste taste(Rater rater, float usual) {
        if (matrix.isEmpty()) {
            return movie -> 0;
        }
        float[] weights = rater.ratings().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= usual;
        }
        ContentProfile profile = matrix.profile(Arrays.stream(rater.movies()).map(movie -> rows[movie]).toArray(),
                weights);
        double strength = profile.length() / Math.hypot(profile.length(), WEAK);
        return movie -> rows[movie] < 0 ? 0 : (float) (strength * profile.cosine(rows[movie]) / usualCosine);
    }
}
