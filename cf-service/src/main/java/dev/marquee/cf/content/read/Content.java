package dev.marquee.cf.content.read;

import dev.marquee.cf.content.ContentMatrix;
import org.jspecify.annotations.Nullable;

/**
 * What movies are like by their content.
 *
 * @param version names what the matrix holds; empty where that is nothing
 * @param note what is to be told of it, such as why there is none; {@code null}: nothing
 */
public record Content(ContentMatrix matrix, String version, @Nullable String note) {

    /** Of nothing, and nobody has missed it. */
    public static final Content NOT_ASKED = new Content(ContentMatrix.EMPTY, "", null);

    /** None. */
    public static Content none(String why) {
        return new Content(ContentMatrix.EMPTY, "", why);
    }
}
