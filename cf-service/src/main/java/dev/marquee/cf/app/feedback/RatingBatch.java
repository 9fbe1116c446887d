package dev.marquee.cf.app.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many ratings as they were sent, and where each of them stands there. Immutable as long as its lists are.
 *
 * @param rows one for each rating; {@code null} where a JSON array has a {@code null}
 * @param lines the line of each row, counted from 1; {@code null}: the rows are those of a JSON array
 */
public record RatingBatch(List<@Nullable SentRating> rows, @Nullable List<Integer> lines) {

    /** What a row is called where something is wrong with it, such as {@code ratings[3]} or {@code line 4}. */
    String name(int position) {
        return lines == null ? "ratings[" + position + "]" : "line " + lines.get(position);
    }

    /** What a row's field is called. */
    String name(int position, String field) {
        return name(position) + "." + field;
    }
}
