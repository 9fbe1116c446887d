package dev.marquee.cf.app.recommend;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One movie of a list.
 *
 * @param title {@code null} where the catalogue cannot be asked; likewise year and genres
 * @param predictedRating stars that the model expects of this user; {@code null} without a model
 * @param score what the list is ordered by, before diversity; comparable within one list only
 * @param source {@code model}, {@code content} or {@code popular}
 * @param reasons one or more if they were asked for, or if the movie has few ratings; else none
 */
@Schema(description = "A recommended movie")
public record Recommendation(@Schema(examples = "3114") long movieId, @Schema(examples = "Toy Story 2") String title,
        @Schema(examples = "1999") Integer year,
        @Schema(examples = "[\"Adventure\", \"Animation\"]") List<String> genres,
        @Schema(examples = "4.37") Double predictedRating, @Schema(examples = "0.913") double score,
        @Schema(examples = "model") String source, List<Reason> reasons) {}
