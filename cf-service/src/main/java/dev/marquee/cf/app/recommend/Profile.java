package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.models.LoadedModel;
import dev.marquee.cf.ratings.RatedMovies;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What someone rated, and how.
 */
public final class Profile {
    /** A user's mean is drawn to this one as if by five more ratings, so that five times five stars is still praise. */
    private static final double USUAL = 3.5;
    private static final double USUAL_WEIGHT = 5;

    private final Long userId;
    private final long[] movieIds;
    private final float[] ratings;

    /** Takes over the arrays; the ids are ascending. */
    private Profile(Long userId, long[] movieIds, float[] ratings) {
        this.userId = userId;
        this.movieIds = movieIds;
        this.ratings = ratings;
    }

    /** A rated movie with its weight in the content profile. */
    record Opinion(long movieId, double weight) {}

    /** Of a stored user. */
    public static Profile stored(long userId, RatedMovies rated) {
        return new Profile(userId, rated.movieIds(), rated.ratings());
    }

    /** Of someone who is not stored. */
    public static Profile of(SortedMap<Long, Float> byMovie) {
        float[] ratings = new float[byMovie.size()];
        int next = 0;
        for (float rating : byMovie.values()) {
            ratings[next++] = rating;
        }
        return new Profile(null, byMovie.keySet().stream().mapToLong(Long::longValue).toArray(), ratings);
    }

    /** {@code null} for someone who is not stored. */
    public Long userId() {
        return userId;
    }

    public boolean isEmpty() {
        return movieIds.length == 0;
    }

    int size() {
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

    /** As the model sees it. */
    public LoadedModel.Taste taste(LoadedModel model) {
        return model.taste(userId, movieIds, ratings);
    }

    boolean rated(long movieId) {
        return Arrays.binarySearch(movieIds, movieId) >= 0;
    }

    /** {@code null} where it is not rated. */
    public Float ratingOf(long movieId) {
        int position = Arrays.binarySearch(movieIds, movieId);
        return position < 0 ? null : ratings[position];
    }

    LongStream movies() {
        return Arrays.stream(movieIds);
    }

    /** What the user calls neither good nor bad. */
    double usual() {
        double sum = USUAL * USUAL_WEIGHT;
        for (float rating : ratings) {
            sum += rating;
        }
        return sum / (ratings.length + USUAL_WEIGHT);
    }

    /** The strongest opinions, liked movies with positive and disliked ones with negative weights. */
    List<Opinion> opinions(int limit) {
        double usual = usual();
        return IntStream.range(0, movieIds.length).mapToObj(i -> new Opinion(movieIds[i], ratings[i] - usual))
                .filter(opinion -> opinion.weight() != 0)
                .sorted(Comparator.comparingDouble((Opinion opinion) -> -Math.abs(opinion.weight())).thenComparing(
                        Comparator.comparingDouble(Opinion::weight).reversed()).thenComparingLong(Opinion::movieId))
                .limit(limit).toList();
    }
}
