package dev.marquee.similarity.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why movies are like a profile.
 */
@Schema(description = "Why movies are like a profile, in the order in which they were asked for; one that there is not is left out")
public record ReasonsAnswer(List<Explained> items) {

    /** One movie. */
    @Schema(description = "Why one movie is like a profile")
    public record Explained(@Schema(examples = "3114") long movieId,
            @Schema(description = "largest share first") @Nullable List<ReasonView> reasons,
            @Schema(description = "largest share first") @Nullable List<BecauseView> because) {}
}
