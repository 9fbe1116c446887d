package dev.marquee.similarity.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.marquee.similarity.app.FeaturePage;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The feature vectors of some movies. As arrays they are read in a tenth of the time that a list of objects takes.
 */
@Schema(name = "Features", description = "Feature vectors of movies, by ascending id")
public record FeaturesAnswer(
        @Schema(description = "names the numbers of the columns: pages of two spaces do not belong together, begin anew",
                examples = "7c0e1f2a9b3d4c58") String space,
        @Schema(description = "names the vectors of all movies: as long as it is the same, so are they",
                examples = "1f2a9b3d4c587c0e") String version,
        @Schema(description = "how many columns there are", examples = "24117") int columns,
        @Schema(examples = "[1, 2]") long[] movieIds,
        @Schema(description = "how many entries each movie has", examples = "[3, 2]") int[] sizes,
        @Schema(description = "of the entries, one movie after the other; those of a movie ascending",
                examples = "[0, 17, 90, 17, 41]") int[] columnNumbers,
        @Schema(description = "of the entries, above 0; the squares of a movie add up to 1 at most",
                examples = "[0.31, 0.22, 0.05, 0.4, 0.18]") float[] weights,
        @Schema(description = "ask with this after; null: there are no more movies",
                examples = "2") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long next) {

    static FeaturesAnswer of(FeaturePage page) {
        return new FeaturesAnswer(HexFormat.of().toHexDigits(page.space()), HexFormat.of().toHexDigits(page.version()),
                page.columns(), page.movieIds(), page.sizes(), page.columnNumbers(), page.weights(), page.next());
    }
}
