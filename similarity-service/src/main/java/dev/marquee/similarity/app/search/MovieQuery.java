package dev.marquee.similarity.app.search;

import java.util.Objects;

/**
 * What to search for; {@code null} in a filter means any.
 *
 * @param text words of the title or the year; blank for all movies
 * @param genre exactly as the catalogue writes it
 * @param person id of a person, or words of a name
 * @param yearFrom first year; movies of unknown year are left out by either bound
 * @param yearTo last year
 */
public record MovieQuery(String text, String genre, String person, Integer yearFrom, Integer yearTo, MovieOrder order) {
    public MovieQuery {
        text = text == null ? "" : text;
        Objects.requireNonNull(order, "order");
    }
}
