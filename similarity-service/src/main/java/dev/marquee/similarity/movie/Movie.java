package dev.marquee.similarity.movie;

import dev.marquee.common.text.GenreName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A movie with everything the feature vectors are made of.
 *
 * @param movieId MovieLens id
 * @param title in natural word order, without the year
 * @param year of release, or {@code null} where unknown
 * @param runtimeMinutes or {@code null} where unknown
 * @param genres in the order of the source, each once and in its {@link GenreName one spelling}, however it was
 *            written; empty where none is listed
 * @param credits directors and cast in billing order
 * @param tags distinct, most frequent first
 * @param imdbId digits without {@code tt}, or {@code null}
 * @param tmdbId or {@code null}
 */
public record Movie(long movieId, String title, @Nullable Integer year, @Nullable Integer runtimeMinutes,
        List<String> genres, List<Credit> credits, List<TagCount> tags, @Nullable String imdbId,
        @Nullable Long tmdbId) {

    public Movie {
        Objects.requireNonNull(title, "title");
        genres = genres.stream().map(GenreName::of).distinct().toList();
        credits = List.copyOf(credits);
        tags = List.copyOf(tags);
    }
}
