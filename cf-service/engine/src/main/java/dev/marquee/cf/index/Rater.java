package dev.marquee.cf.index;

import dev.marquee.cf.model.ScoreWeights;
import java.util.stream.IntStream;

/**
 * Someone for whom a list is made.
 *
 * @param vector the model's factors of the user
 * @param movies indexes of those rated that the model knows
 * @param ratings as many, in stars
 * @param away whether the list is asked for after the sitting of the last rating, see {@link ScoreWeights#isAway}
 */
public record Rater(float[] vector, int[] movies, float[] ratings, boolean away) {

    /** Ratings are judged by the user's mean, drawn to that of all as if by so many more ratings. */
    private static final int USUAL_WEIGHT = 5;

    /** With the movies that the model knows, of some by id. */
    public static Rater of(float[] vector, int[] movies, float[] ratings, boolean away) {
        int[] known = IntStream.range(0, movies.length).filter(i -> movies[i] >= 0).toArray();
        float[] stars = new float[known.length];
        for (int i = 0; i < known.length; i++) {
            stars[i] = ratings[known[i]];
        }
        return new Rater(vector, IntStream.of(known).map(i -> movies[i]).toArray(), stars, away);
    }

    /**
     * What the user calls neither good nor bad, in stars.
     *
     * @param mean of all ratings
     */
    float usual(float mean) {
        double sum = USUAL_WEIGHT * mean;
        for (float rating : ratings) {
            sum += rating;
        }
        return (float) (sum / (ratings.length + USUAL_WEIGHT));
    }
}
