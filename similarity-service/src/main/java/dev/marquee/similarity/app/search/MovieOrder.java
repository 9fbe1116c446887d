package dev.marquee.similarity.app.search;

import dev.marquee.common.error.InvalidRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The orders of a search's results.
 */
public enum MovieOrder {
    /** What fits the typed words best first; without typed words, by id. */
    RELEVANCE(Comparator.comparingDouble((Hit hit) -> -hit.score())),
    /** By title, letters only, then the older movie first. */
    TITLE(Comparator.comparing((Hit hit) -> hit.entry().sortTitle())
            .thenComparing(hit -> hit.entry().movie().year(), Comparator.nullsLast(Comparator.naturalOrder()))),
    /** Newest first; unknown years last. */
    YEAR(Comparator.comparing((Hit hit) -> hit.entry().movie().year(), Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(hit -> hit.entry().sortTitle()));

    @SuppressWarnings("ImmutableEnumChecker") // comparators of this kind have no state
    private final Comparator<Hit> comparator;

    MovieOrder(Comparator<Hit> comparator) {
        this.comparator = comparator.thenComparingLong(hit -> hit.entry().movie().movieId());
    }

    Comparator<Hit> comparator() {
        return comparator;
    }

    /**
     * @param word in any case; {@code null} or blank means {@link #RELEVANCE}
     * @throws InvalidRequest for any other word
     */
    public static MovieOrder of(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return RELEVANCE;
        }
        for (MovieOrder order : values()) {
            if (order.name().equalsIgnoreCase(word)) {
                return order;
            }
        }
        throw new InvalidRequest("sort", "must be one of " + Arrays.stream(values())
                .map(order -> order.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")));
    }
}
