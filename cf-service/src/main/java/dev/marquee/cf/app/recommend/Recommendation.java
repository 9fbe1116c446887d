package dev.marquee.cf.app.recommend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One movie of a list.
 *
 * @param predictedRating stars that the model expects of this user; {@code null} without a model
 * @param score what the list is ordered by, before diversity; comparable within one list only
 * @param reasons one or more if they were asked for, or if the movie has few ratings; else none
 */
public record Recommendation(long movieId, @Nullable Float predictedRating, double score, Source source,
        List<Reason> reasons) {}
