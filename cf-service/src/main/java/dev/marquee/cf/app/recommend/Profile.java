package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.models.LoadedModel;
import dev.marquee.cf.model.ScoreWeights;
import dev.marquee.cf.predict.RatingPredictor;
import dev.marquee.cf.ratings.RatedMovies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What someone rated, and how.
 */
public final class Profile {
    /** A user's mean is drawn to this one as if by five more ratings, so that five times five stars is still praise. */
    static final double USUAL = 3.5;
    private static final double USUAL_WEIGHT = 5;
    /** Fewer stars are no praise, however little someone else got. */
    private static final float LEAST_PRAISE = 3;
    /** Half the distance of two ratings. */
    private static final double BELOW = 0.25;

    private final @Nullable Long userId;
    private final long[] movieIds;
    private final float[] ratings;
    private final @Nullable Instant newest;

    /** Takes over the arrays; the ids are ascending. */
    private Profile(@Nullable Long userId, long[] movieIds, float[] ratings, @Nullable Instant newest) {
        this.userId = userId;
        this.movieIds = movieIds;
        this.ratings = ratings;
        this.newest = newest;
    }

    /**
     * Rated movies with their weights in the content profile: above 0 for those that are liked.
     *
     * @param movieIds as many as weights
     */
    record Opinions(long[] movieIds, float[] weights) {
        static final Opinions NONE = new Opinions(new long[0], new float[0]);

        /** What is liked alone. */
        Opinions liked() {
            int[] places = IntStream.range(0, weights.length).filter(i -> weights[i] > 0).toArray();
            float[] strengths = new float[places.length];
            for (int i = 0; i < places.length; i++) {
                strengths[i] = weights[places[i]];
            }
            return new Opinions(IntStream.of(places).mapToLong(i -> movieIds[i]).toArray(), strengths);
        }

        /** Whether anything is liked; like nothing that someone dislikes is no profile. */
        boolean anyLiked() {
            for (float weight : weights) {
                if (weight > 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Of a stored user. */
    public static Profile stored(long userId, RatedMovies rated) {
        return new Profile(userId, rated.movieIds(), rated.ratings(), rated.newest());
    }

    /** Of someone who is not stored. */
    public static Profile of(SortedMap<Long, Float> byMovie) {
        float[] ratings = new float[byMovie.size()];
        int next = 0;
        for (float rating : byMovie.values()) {
            ratings[next++] = rating;
        }
        return new Profile(null, byMovie.keySet().stream().mapToLong(Long::longValue).toArray(), ratings, null);
    }

    /** {@code null} for someone who is not stored. */
    public @Nullable Long userId() {
        return userId;
    }

    public boolean isEmpty() {
        return movieIds.length == 0;
    }

    public int size() {
        return movieIds.length;
    }

    /** Ascending. */
    long[] movieIds() {
        return movieIds;
    }

    /** In the order of the movies. */
    float[] ratings() {
        return ratings;
    }

    /** Whether a list that is asked for now comes after the last sitting; not where no time is known. */
    boolean isAway() {
        return newest != null && ScoreWeights.isAway(newest.getEpochSecond(), Instant.now().getEpochSecond());
    }

    /** As the model sees it. */
    public LoadedModel.Taste taste(LoadedModel model) {
        return model.taste(userId, movieIds, ratings);
    }

    /** Predicts their stars, as the model sees them. */
    public RatingPredictor predictor(LoadedModel model, LoadedModel.Taste taste) {
        return model.predictor(taste, movieIds, ratings);
    }

    /** Whether the model has learnt these very ratings. */
    boolean isRememberedBy(@Nullable LoadedModel model) {
        return model == null || model.remembers(userId, movieIds, ratings);
    }

    boolean rated(long movieId) {
        return Arrays.binarySearch(movieIds, movieId) >= 0;
    }

    /** {@code null} where it is not rated. */
    public @Nullable Float ratingOf(long movieId) {
        int position = Arrays.binarySearch(movieIds, movieId);
        return position < 0 ? null : ratings[position];
    }

    /**
     * What the user calls neither good nor bad: what is rated higher is liked. Where nothing is, what is rated best
     * counts as liked, unless that is bad.
     */
    double usual() {
        double sum = USUAL * USUAL_WEIGHT;
        float best = 0;
        for (float rating : ratings) {
            sum += rating;
            best = Math.max(best, rating);
        }
        double usual = sum / (ratings.length + USUAL_WEIGHT);
        return best > usual || best < LEAST_PRAISE ? usual : best - BELOW;
    }

    /** Whether the model has learnt of any of these movies. */
    boolean isKnownTo(LoadedModel model) {
        return Arrays.stream(movieIds).anyMatch(id -> model.support(id) > 0);
    }

    /** Whether it says of any movie that it is liked. */
    boolean likesAny() {
        double usual = usual();
        for (float rating : ratings) {
            if (rating > usual) {
                return true;
            }
        }
        return false;
    }

    /** The strongest opinions, strongest first; among equally strong ones the liked movies, then by ascending id. */
    Opinions opinions(int limit) {
        double usual = usual();
        long[] movies = new long[Math.min(limit, movieIds.length)];
        float[] weights = new float[movies.length];
        int size = 0;
        // There are ten different ratings at most.
        for (float rating : strongestFirst(usual)) {
            for (int i = 0; i < ratings.length && size < movies.length; i++) {
                if (ratings[i] == rating && rating != usual) {
                    movies[size] = movieIds[i];
                    weights[size++] = (float) (rating - usual);
                }
            }
        }
        return new Opinions(Arrays.copyOf(movies, size), Arrays.copyOf(weights, size));
    }

    /** The different ratings, those farthest from the usual first, above it before below it. */
    private List<Float> strongestFirst(double usual) {
        List<Float> different = new ArrayList<>();
        for (int i = 0; i < ratings.length; i++) {
            boolean seen = i > 0 && ratings[i] == ratings[i - 1];
            for (int d = 0; d < different.size() && !seen; d++) {
                seen = different.get(d) == ratings[i];
            }
            if (!seen) {
                different.add(ratings[i]);
            }
        }
        different.sort(Comparator.comparingDouble((Float rating) -> -Math.abs(rating - usual))
                .thenComparing(Comparator.reverseOrder()));
        return different;
    }
}
