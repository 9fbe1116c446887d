package dev.marquee.cf.rest;

import dev.marquee.cf.app.catalogue.CatalogueMovie;
import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.app.explore.Nearest;
import dev.marquee.cf.app.explore.Nearest.Neighbour;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the model finds alike. The OpenAPI document calls it by its name and that of its items.
 *
 * @param notes why the list is short, where it is
 */
@Schema(description = "What the model finds alike, nearest first")
public record Neighbours<T>(@Schema(examples = "3") long modelId, List<String> notes, List<T> items) {

    /** A movie that the same people like. */
    @Schema(description = "A movie that the same people like")
    public record MovieNeighbour(@Schema(examples = "3114") long movieId,
            @Schema(examples = "Toy Story 2") @Nullable String title,
            @Schema(examples = "1999") @Nullable Integer year,
            @Schema(examples = "[\"Animation\"]") List<String> genres,
            @Schema(description = "cosine of the factors", examples = "0.871") double similarity,
            @Schema(examples = "97") int ratings) {

        private static MovieNeighbour of(Neighbour near, Metadata metadata) {
            CatalogueMovie movie = metadata.of(near.id()).orElse(CatalogueMovie.nameless(near.id()));
            return new MovieNeighbour(near.id(), movie.title(), movie.year(), movie.genres(),
                    Rounded.thousandths(near.similarity()), near.ratings());
        }
    }

    /** A user who likes the same movies. */
    @Schema(description = "A user who likes the same movies")
    public record UserNeighbour(@Schema(examples = "313") long userId,
            @Schema(description = "cosine of the factors", examples = "0.634") double similarity,
            @Schema(examples = "122") int ratings) {

        private static UserNeighbour of(Neighbour near) {
            return new UserNeighbour(near.id(), Rounded.thousandths(near.similarity()), near.ratings());
        }
    }

    static Neighbours<MovieNeighbour> ofMovies(Nearest found) {
        return new Neighbours<>(found.modelId(), found.notes(),
                found.items().stream().map(near -> MovieNeighbour.of(near, found.metadata())).toList());
    }

    static Neighbours<UserNeighbour> ofUsers(Nearest found) {
        return new Neighbours<>(found.modelId(), found.notes(),
                found.items().stream().map(UserNeighbour::of).toList());
    }
}
