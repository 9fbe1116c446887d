package dev.marquee.similarity.movie;

import java.util.Objects;

/**
 * A tag and how many users gave it.
 *
 * @param tag lower case, trimmed
 * @param count 1 or more
 */
public record TagCount(String tag, int count) {
    public TagCount {
        Objects.requireNonNull(tag, "tag");
    }
}
