package dev.marquee.similarity.rest;

import dev.marquee.similarity.movie.Credit;
import dev.marquee.similarity.movie.Movie;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A movie with everything that the catalogue knows of it.
 */
@Schema(name = "Movie", description = "A movie with everything that the catalogue knows of it")
public record MovieView(@Schema(examples = "1") long movieId,
        @Schema(description = "in natural word order, without the year", examples = "Toy Story") String title,
        @Schema(description = "of release; null where unknown", examples = "1995") @Nullable Integer year,
        @Schema(description = "null where unknown", examples = "81") @Nullable Integer runtimeMinutes,
        @Schema(examples = "[\"Adventure\", \"Animation\"]") List<String> genres, List<PersonView> directors,
        @Schema(description = "in billing order") List<PersonView> cast,
        @Schema(description = "most frequent first") List<TagView> tags,
        @Schema(description = "digits, without tt; null where unknown", examples = "0114709") @Nullable String imdbId,
        @Schema(description = "null where unknown", examples = "862") @Nullable Long tmdbId) {

    static MovieView of(Movie movie) {
        return new MovieView(movie.movieId(), movie.title(), movie.year(), movie.runtimeMinutes(), movie.genres(),
                people(movie, Credit.Role.DIRECTOR), people(movie, Credit.Role.ACTOR),
                movie.tags().stream().map(tag -> new TagView(tag.tag(), tag.count())).toList(), movie.imdbId(),
                movie.tmdbId());
    }

    /** With the first of its people and tags only. */
    static MovieView brief(Movie movie) {
        MovieView all = of(movie);
        return new MovieView(all.movieId, all.title, all.year, all.runtimeMinutes, all.genres, first(all.directors),
                first(all.cast), first(all.tags), all.imdbId, all.tmdbId);
    }

    private static <T> List<T> first(List<T> parts) {
        return parts.subList(0, Math.min(Limits.BATCH_PARTS, parts.size()));
    }

    private static List<PersonView> people(Movie movie, Credit.Role role) {
        return movie.credits().stream().filter(credit -> credit.role() == role)
                .map(credit -> new PersonView(credit.personId(), credit.name())).toList();
    }
}
