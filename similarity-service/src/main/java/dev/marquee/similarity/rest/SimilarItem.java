package dev.marquee.similarity.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A movie that is like what was asked about.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A movie that is like what was asked about")
public record SimilarItem(MovieSummary movie, @Schema(description = "cosine similarity", examples = "0.83") float score,
        @Schema(description = "only with explain=true; largest share first") @Nullable List<ReasonView> reasons,
        @Schema(description = "only for a profile with explain=true; largest share first") @Nullable List<BecauseView> because) {}
