package dev.marquee.cf.predict;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.MovieFacts;
import dev.marquee.cf.model.UserVector;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the features that a second stage is learnt from and asked by. Immutable, thread-safe.
 */
public final class FeatureMaker {
    private final FactorModel model;
    private final List<Integer> parts;
    private final MovieFacts movies;
    private final Neighbourhood neighbourhood;
    private final ContentOpinions content;

    /**
     * @param model of the first level
     * @param parts factors of each model that stands in it
     * @param movies of the ratings that it was learnt from
     * @param content of movies; empty where it is not known
     */
    public FeatureMaker(FactorModel model, List<Integer> parts, MovieFacts movies, ContentMatrix content) {
        this.model = model;
        this.parts = List.copyOf(parts);
        this.movies = movies;
        this.neighbourhood = Neighbourhood.of(model);
        this.content = new ContentOpinions(model.movies(), content);
    }

    /** How many features there are. */
    public int width() {
        return width(parts.size());
    }

    /** How many features there are of a model that so many stand in. */
    public static int width(int parts) {
        return RatingFeatures.width(parts);
    }

    /**
     * The features of someone with any movie.
     *
     * @param known the ratings that the vector was made from
     */
    public RatingFeatures of(UserVector vector, KnownRatings known) {
        return new RatingFeatures(model, parts, movies, neighbourhood, content,
                new Someone(model, movies, vector, known));
    }

    /** Makes a row of features as if nobody knew what the movie is like by its content. */
    public void forgetContent(float[] rows, int at) {
        int end = at + width() - TimeFeatures.WIDTH;
        Arrays.fill(rows, end - ContentFeature.WIDTH, end, Float.NaN);
    }

    /** Makes a row of features as if nobody had known when the rating was given. */
    public static void forgetTime(float[] row) {
        RatingFeatures.forgetTime(row);
    }
}
