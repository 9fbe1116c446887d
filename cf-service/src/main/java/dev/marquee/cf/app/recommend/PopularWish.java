package dev.marquee.cf.app.recommend;

import dev.marquee.cf.ratings.PopularBy;
import org.jspecify.annotations.Nullable;

/**
 * Which popular movies are wanted.
 *
 * @param days only ratings of the last days of the data count, 1 or more; {@code null}: all do
 */
public record PopularWish(PopularBy by, @Nullable Integer days) {
    /** By the number of all ratings. */
    static final PopularWish DEFAULT = new PopularWish(PopularBy.COUNT, null);
}
