package dev.marquee.cf.app.recommend;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Popular movies.
 *
 * @param titlesAvailable whether the catalogue could be asked
 * @param notes what the reader should know of this list
 */
@Schema(description = "Popular movies, best first")
public record PopularList(boolean titlesAvailable, List<String> notes, List<Item> items) {

    /**
     * One of them.
     *
     * @param score the damped mean, by which they are ordered
     */
    @Schema(description = "A popular movie")
    public record Item(@Schema(examples = "318") long movieId,
            @Schema(examples = "The Shawshank Redemption") String title, @Schema(examples = "1994") Integer year,
            @Schema(examples = "[\"Crime\", \"Drama\"]") List<String> genres, @Schema(examples = "317") long ratings,
            @Schema(examples = "4.429") double meanRating, @Schema(examples = "4.361") double score) {}
}
