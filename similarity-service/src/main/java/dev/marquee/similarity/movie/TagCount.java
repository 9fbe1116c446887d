package dev.marquee.similarity.movie;

import dev.marquee.common.text.PlainText;

/**
 * A tag and how many users gave it.
 *
 * @param tag in its {@link PlainText plain form} and in lower case, however it was written
 * @param count 1 or more
 */
public record TagCount(String tag, int count) {
    public TagCount {
        tag = usual(tag);
    }

    /** The one form of a tag. */
    public static String usual(String written) {
        return PlainText.lowerCase(written);
    }
}
