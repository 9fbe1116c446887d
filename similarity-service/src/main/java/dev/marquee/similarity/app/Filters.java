package dev.marquee.similarity.app;

import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.text.GenreName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks that every query with filters needs.
 */
final class Filters {
    private Filters() {}

    /**
     * @param wanted in any case; {@code null} or blank means any
     * @return the genre as the catalogue writes it, or {@code null} for any
     * @throws InvalidRequest if no movie has it
     */
    static @Nullable String genre(@Nullable String wanted, Snapshot snapshot) {
        if (wanted == null || wanted.isBlank()) {
            return null;
        }
        String genre = GenreName.of(wanted);
        Set<String> genres = snapshot.genres().keySet();
        if (!genres.contains(genre)) {
            throw new InvalidRequest("genre", "no movie has it; there are " + String.join(", ", genres));
        }
        return genre;
    }

    /**
     * @throws InvalidRequest if both are given and the first is the later
     */
    static void checkYears(@Nullable Integer from, @Nullable Integer to) {
        if (from != null && to != null && from > to) {
            throw new InvalidRequest("yearFrom", "must not be after yearTo, which is " + to);
        }
    }
}
