package dev.marquee.cf.rest;

import dev.marquee.cf.app.catalogue.CatalogueMovie;
import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.app.recommend.PopularList;
import dev.marquee.cf.ratings.PopularMovie;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Popular movies.
 *
 * @param since only ratings after this time counted; {@code null}: all did, or no rating has a time. Further back than
 *            asked for where those days hold too few ratings; a note says so
 * @param titlesAvailable whether the catalogue could be asked
 * @param notes what the reader should know of this list
 */
@Schema(name = "PopularList", description = "Popular movies, best first")
public record PopularView(@Schema(examples = "2017-09-24T14:27:30Z") @Nullable Instant since, boolean titlesAvailable,
        List<String> notes, List<Item> items) {

    /**
     * One of them.
     *
     * @param score what they are ordered by
     */
    @Schema(description = "A popular movie")
    public record Item(@Schema(examples = "318") long movieId,
            @Schema(examples = "The Shawshank Redemption") @Nullable String title,
            @Schema(examples = "1994") @Nullable Integer year,
            @Schema(examples = "[\"Crime\", \"Drama\"]") List<String> genres, @Schema(examples = "317") long ratings,
            @Schema(examples = "4.429") double meanRating,
            @Schema(description = "what they are ordered by: larger is better", examples = "6029.115") double score) {

        private static Item of(PopularMovie popular, Metadata metadata) {
            CatalogueMovie movie = metadata.of(popular.movieId())
                    .orElse(CatalogueMovie.nameless(popular.movieId()));
            return new Item(popular.movieId(), movie.title(), movie.year(), movie.genres(), popular.ratings(),
                    Rounded.thousandths(popular.mean()), Rounded.thousandths(popular.score()));
        }
    }

    static PopularView of(PopularList list) {
        return new PopularView(list.since(), list.metadata().complete(), list.notes(),
                list.movies().stream().map(movie -> Item.of(movie, list.metadata())).toList());
    }
}
