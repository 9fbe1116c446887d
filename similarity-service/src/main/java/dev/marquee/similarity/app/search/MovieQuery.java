package dev.marquee.similarity.app.search;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to search for; {@code null} in a filter means any.
 *
 * @param text words of the title or the year; blank for all movies
 * @param genre exactly as the catalogue writes it
 * @param person id of a person, or words of a name
 * @param yearFrom first year; movies of unknown year are left out by either bound
 * @param yearTo last year
 */
public record MovieQuery(String text, @Nullable String genre, @Nullable String person, @Nullable Integer yearFrom,
        @Nullable Integer yearTo, MovieOrder order) {
    public MovieQuery {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(order, "order");
    }
}
