package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.catalogue.Metadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of movies for someone.
 *
 * @param userId {@code null} for someone who is not stored
 * @param strategy that was asked for
 * @param by what the movies are in order by
 * @param modelId the rating model, which the stars are from; {@code null} where none was used
 * @param rankingModelId the ranking model, which the order is from; {@code null} where there is none, and the order is
 *            from the rating model too
 * @param foldedIn whether the user's factors were computed from the present ratings, because these are not the ones
 *            that a model was trained on
 * @param metadata what the catalogue says of the movies
 * @param notes what the reader should know of this list
 */
public record Recommendations(@Nullable Long userId, Strategy strategy, Order by, @Nullable Long modelId,
        @Nullable Long rankingModelId, boolean foldedIn, Metadata metadata, List<String> notes,
        List<Recommendation> items) {}
