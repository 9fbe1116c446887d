package dev.marquee.cf.content.read;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Feature vectors of some movies, as similarity-service tells them: see its {@code GET /features}.
 *
 * @param space names the numbers of the columns
 * @param version names the vectors of all movies
 * @param columns how many columns there are
 * @param movieIds ascending
 * @param sizes how many entries each movie has
 * @param columnNumbers of the entries, one movie after the other; those of a movie ascending
 * @param weights of the entries
 * @param next after which id there are more; {@code null}: there are none
 */
@RegisterForReflection // read by hand
public record FeaturePage(String space, String version, int columns, long[] movieIds, int[] sizes, int[] columnNumbers,
        float[] weights, @Nullable Long next) {

    public FeaturePage {
        Objects.requireNonNull(space, "space");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(movieIds, "movieIds");
        Objects.requireNonNull(sizes, "sizes");
        Objects.requireNonNull(columnNumbers, "columnNumbers");
        Objects.requireNonNull(weights, "weights");
    }
}
