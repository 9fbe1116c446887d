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
     * @return what is wrong with the stars, or {@code null}
     */
    public static String problemOf(Double rating) {
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
    private static String problemOf(Instant ratedAt) {
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
    static float checked(String field, Double rating) {
        String problem = problemOf(rating);
        if (problem != null) {
            throw new InvalidRequest(field, problem);
        }
        return rating.floatValue();
    }

    /**
     * @throws InvalidRequest naming each offending row, such as {@code ratings[3].rating} or {@code line 4.rating}
     */
    static List<NewRating> checked(RatingBatch batch) {
        List<SentRating> rows = batch.rows();
        if (rows.isEmpty()) {
            throw new InvalidRequest("ratings", "must hold at least one rating");
        }
        SequencedMap<String, String> problems = new LinkedHashMap<>();
        List<NewRating> ratings = new ArrayList<>();
        Map<RatingId, Integer> seen = new HashMap<>();
        Instant now = Instant.now();
        for (int i = 0; i < rows.size() && problems.size() < MOST_PROBLEMS; i++) {
            SentRating row = rows.get(i);
            if (complete(batch, i, problems)) {
                Integer before = seen.putIfAbsent(new RatingId(row.userId(), row.movieId()), i);
                if (before != null) {
                    problems.put(batch.name(i, "movieId"), "user " + row.userId() + " rates movie " + row.movieId()
                            + " in " + batch.name(before) + " already");
                }
                ratings.add(new NewRating(row.userId(), row.movieId(), row.rating().floatValue(),
                        row.ratedAt() == null ? now : row.ratedAt()));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
        return ratings;
    }

    private static boolean complete(RatingBatch batch, int position, Map<String, String> problems) {
        SentRating row = batch.rows().get(position);
        int before = problems.size();
        if (row == null) {
            problems.put(batch.name(position), "must be an object with userId, movieId and rating");
            return false;
        }
        requireId(batch.name(position, "userId"), row.userId(), problems);
        requireId(batch.name(position, "movieId"), row.movieId(), problems);
        String problem = problemOf(row.rating());
        if (problem != null) {
            problems.put(batch.name(position, "rating"), problem);
        }
        problem = problemOf(row.ratedAt());
        if (problem != null) {
            problems.put(batch.name(position, "ratedAt"), problem);
        }
        return problems.size() == before;
    }

    private static void requireId(String field, Long id, Map<String, String> problems) {
        if (id == null || id < 1) {
            problems.put(field, id == null ? "is missing" : "must be 1 or more, is " + id);
        }
    }
}
