package dev.marquee.cf.rest;

import dev.marquee.cf.app.catalogue.CatalogueMovie;
import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.ratings.RatingEntity;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One of a user's ratings.
 *
 * @param title {@code null} where the catalogue cannot be asked; likewise the year
 */
@Schema(description = "One of a user's ratings")
public record RatingView(@Schema(examples = "1") long movieId, @Schema(examples = "Toy Story") @Nullable String title,
        @Schema(examples = "1995") @Nullable Integer year, @Schema(examples = "4.5") float rating,
        @Nullable Instant ratedAt) {

    static RatingView of(RatingEntity rating, Metadata metadata) {
        CatalogueMovie movie = metadata.of(rating.movieId()).orElse(null);
        return new RatingView(rating.movieId(), movie == null ? null : movie.title(),
                movie == null ? null : movie.year(), rating.rating(), rating.ratedAt());
    }
}
