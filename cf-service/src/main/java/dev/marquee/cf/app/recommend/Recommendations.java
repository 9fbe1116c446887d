package dev.marquee.cf.app.recommend;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A list of movies for someone.
 *
 * @param userId {@code null} for someone who is not stored
 * @param modelId the rating model, which the stars are from; {@code null} where none was used
 * @param rankingModelId the ranking model, which the order is from; {@code null} where there is none, and the order is
 *            from the rating model too
 * @param foldedIn whether the user's factors were computed from the present ratings, because these are not the ones
 *            that a model was trained on
 * @param titlesAvailable whether the catalogue could be asked
 * @param notes what the reader should know of this list
 */
@Schema(description = "Movies that the user has not rated, best first")
public record Recommendations(@Schema(examples = "1") Long userId, Strategy strategy,
        @Schema(examples = "3") Long modelId, @Schema(examples = "4") Long rankingModelId, boolean foldedIn,
        boolean titlesAvailable, List<String> notes,
        List<Recommendation> items) {}
