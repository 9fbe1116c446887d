package dev.marquee.cf.app.feedback;

import dev.marquee.cf.ratings.NewRating;
import dev.marquee.cf.ratings.RatingId;
import dev.marquee.common.error.InvalidRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a rating may look like.
 */
public final class RatingRules {
    private static final double LEAST = 0.5;
    private static final double MOST = 5.0;
    /** Enough to see what is wrong; a file full of errors does not become an answer full of errors. */
    private static final int MOST_PROBLEMS = 20;

    /** When ratings can be of: from where import files count their seconds to where 32 bits of them end. */
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.ofEpochSecond(0xFFFF_FFFFL);

    private RatingRules() {}

    /**
     * The stars of a rating as it was sent.
     *
     * @param problems is told, by the field's name, what is wrong with them
     * @return {@code null} where something is
     */
    public static @Nullable Float stars(String field, @Nullable Double rating, Map<String, String> problems) {
        String problem = problemOf(rating);
        if (problem != null) {
            problems.put(field, problem);
        }
        return rating == null || problem != null ? null : (Float) rating.floatValue();
    }

    private static @Nullable String problemOf(@Nullable Double rating) {
        if (rating == null) {
            return "is missing; it must be 0.5, 1.0, … 5.0";
        }
        // NaN fails the comparison too.
        if (!(rating >= LEAST && rating <= MOST) || rating * 2 != Math.rint(rating * 2)) {
            return "must be 0.5, 1.0, … 5.0, is " + rating;
        }
        return null;
    }

    /** Numbers are taken for seconds, so that milliseconds are of a year that no database holds. */
    private static @Nullable String problemOf(@Nullable Instant ratedAt) {
        if (ratedAt == null || (!ratedAt.isBefore(EARLIEST) && !ratedAt.isAfter(LATEST))) {
            return null;
        }
        boolean millis = ratedAt.isAfter(LATEST) && ratedAt.getEpochSecond() / 1000 <= LATEST.getEpochSecond();
        return "must be from " + EARLIEST + " to " + LATEST + ", as such a text or in seconds since 1970, is " + ratedAt
                + (millis ? " (are these milliseconds?)" : "");
    }

    /**
     * @throws InvalidRequest naming the field
     */
    static float checked(String field, @Nullable Double rating) {
        SequencedMap<String, String> problems = new LinkedHashMap<>();
        Float stars = stars(field, rating, problems);
        if (stars == null) {
            throw new InvalidRequest(problems);
        }
        return stars;
    }

    /**
     * @throws InvalidRequest naming each offending row, such as {@code ratings[3].rating} or {@code line 4.rating}
     */
    static List<NewRating> checked(RatingBatch batch) {
        List<@Nullable SentRating> rows = batch.rows();
        if (rows.isEmpty()) {
            throw new InvalidRequest("ratings", "must hold at least one rating");
        }
        SequencedMap<String, String> problems = new LinkedHashMap<>();
        List<NewRating> ratings = new ArrayList<>();
        Map<RatingId, Integer> seen = new HashMap<>();
        Instant now = Instant.now();
        for (int i = 0; i < rows.size() && problems.size() < MOST_PROBLEMS; i++) {
            NewRating rating = complete(batch, i, now, problems);
            if (rating != null) {
                Integer before = seen.putIfAbsent(new RatingId(rating.userId(), rating.movieId()), i);
                if (before != null) {
                    problems.put(batch.name(i, "movieId"), "user " + rating.userId() + " rates movie "
                            + rating.movieId() + " in " + batch.name(before) + " already");
                }
                ratings.add(rating);
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
        return ratings;
    }

    /** {@code null} where something is wrong with the row, which the problems tell then. */
    private static @Nullable NewRating complete(RatingBatch batch, int position, Instant now,
            Map<String, String> problems) {
        SentRating row = batch.rows().get(position);
        if (row == null) {
            problems.put(batch.name(position), "must be an object with userId, movieId and rating");
            return null;
        }
        Long user = id(batch.name(position, "userId"), row.userId(), problems);
        Long movie = id(batch.name(position, "movieId"), row.movieId(), problems);
        Float stars = stars(batch.name(position, "rating"), row.rating(), problems);
        String untimely = problemOf(row.ratedAt());
        if (untimely != null) {
            problems.put(batch.name(position, "ratedAt"), untimely);
        }
        return user == null || movie == null || stars == null || untimely != null
                ? null
                : new NewRating(user, movie, stars, row.ratedAt() == null ? now : row.ratedAt());
    }

    private static @Nullable Long id(String field, @Nullable Long id, Map<String, String> problems) {
        if (id != null && id >= 1) {
            return id;
        }
        problems.put(field, id == null ? "is missing" : "must be 1 or more, is " + id);
        return null;
    }
}
