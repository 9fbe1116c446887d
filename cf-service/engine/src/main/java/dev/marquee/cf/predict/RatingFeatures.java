package dev.marquee.cf.predict;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.MovieFacts;
import java.util.Arrays;
import java.util.List;

/**
 * The features of someone and a movie that a second stage is learnt from and asked by:
 *
 * <ul>
 * <li>what the first level says: the mean prediction, the product of factors of each part, and the biases;</li>
 * <li>the user's number of ratings, mean, scatter and generosity; the movie's number, mean and scatter;</li>
 * <li>{@link NeighbourFeatures}: what the user said of like movies;</li>
 * <li>{@link ContentFeature}: how like the movie is to what the user liked and disliked;</li>
 * <li>{@link TimeFeatures}: what the user said before.</li>
 * </ul>
 *
 * <p>
 * Those of times stand last, those of content before them. Not thread-safe.
 */
public final class RatingFeatures {
    private static final int OF_BOTH = 10;
    /**
     * Chosen by RMSE on users who were held out (1, 3, 5 and 10 ratings told) of MovieLens 100K and latest-small: of 0,
     * 1, 3, 5, 10 and 30; see ADR 9.
     */
    private static final float DOUBT = 10;

    private final FactorModel model;
    private final List<Integer> parts;
    private final MovieFacts movies;
    private final Someone someone;
    private final NeighbourFeatures neighbours;
    private final ContentFeature content;
    private final TimeFeatures times;

    RatingFeatures(FactorModel model, List<Integer> parts, MovieFacts movies, Neighbourhood neighbourhood,
            ContentOpinions content, Someone someone) {
        this.model = model;
        this.parts = parts;
        this.movies = movies;
        this.someone = someone;
        this.neighbours = new NeighbourFeatures(neighbourhood, someone);
        this.content = new ContentFeature(content, someone);
        this.times = new TimeFeatures(someone);
    }

    static int width(int parts) {
        return OF_BOTH + parts + NeighbourFeatures.WIDTH + ContentFeature.WIDTH + TimeFeatures.WIDTH;
    }

    /**
     * Fills a row.
     *
     * @param movie index, or -1 for one that the model does not have
     * @param when seconds since 1970, or 0 where unknown
     * @return the prediction of the first level, which the trees add to; not clipped
     */
    public float fill(int movie, long when, float[] rows, int at) {
        float guess = firstLevel(movie, rows, at);
        int next = at + 3 + parts.size();
        rows[next++] = log(someone.known.size());
        rows[next++] = someone.mean;
        rows[next++] = someone.scatter;
        rows[next++] = someone.generosity;
        rows[next++] = movie < 0 ? 0 : log(movies.count(movie));
        rows[next++] = movie < 0 ? Float.NaN : movies.mean(movie);
        rows[next++] = movie < 0 ? Float.NaN : movies.scatter(movie);
        neighbours.fill(movie, rows, next);
        next += NeighbourFeatures.WIDTH;
        content.fill(movie, rows, next);
        times.fill(when, rows, next + ContentFeature.WIDTH);
        return guess;
    }

    private float firstLevel(int movie, float[] rows, int at) {
        float product = 0;
        int from = 0;
        for (int part = 0; part < parts.size(); part++) {
            float ofPart = movie < 0 ? Float.NaN : model.product(someone.vector, movie, from, parts.get(part));
            rows[at + 3 + part] = ofPart;
            product += ofPart;
            from += parts.get(part);
        }
        float guess = movie < 0
                ? model.predict(someone.vector, movie)
                : model.baseline(someone.vector, movie) + product;
        rows[at] = guess;
        rows[at + 1] = someone.vector.bias();
        rows[at + 2] = movie < 0 ? Float.NaN : model.movieBias(movie);
        return guess;
    }

    /**
     * How much of what trees say of the user is to be taken over: nothing of somebody unknown, half with
     * {@value #DOUBT} ratings, nearly all with many.
     */
    public float trust() {
        return someone.known.size() / (someone.known.size() + DOUBT);
    }

    /** Makes a row as if it had been filled without a time. */
    static void forgetTime(float[] row) {
        Arrays.fill(row, row.length - TimeFeatures.WIDTH, row.length, Float.NaN);
    }

    private static float log(double count) {
        return (float) Math.log1p(count);
    }
}
