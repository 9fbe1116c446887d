package dev.marquee.similarity.rest;

import dev.marquee.similarity.movie.Movie;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A movie in a list.
 */
@Schema(description = "A movie, briefly")
public record MovieSummary(@Schema(examples = "1") long movieId,
        @Schema(description = "in natural word order, without the year", examples = "Toy Story") String title,
        @Schema(description = "of release; null where unknown", examples = "1995") @Nullable Integer year,
        @Schema(examples = "[\"Adventure\", \"Animation\"]") List<String> genres) {

    static MovieSummary of(Movie movie) {
        return new MovieSummary(movie.movieId(), movie.title(), movie.year(), movie.genres());
    }
}
