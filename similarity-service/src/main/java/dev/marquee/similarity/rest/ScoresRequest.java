package dev.marquee.similarity.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A content profile in two arrays, and which of the movies like it are wanted.
 */
@Schema(description = "A profile in two arrays, and which of the movies like it are wanted", examples = """
        {"movieIds": [1, 260], "weights": [4.5, 5], "limit": 5, "yearFrom": 1990, "exclude": [3114]}""")
public record ScoresRequest(@NotEmpty @Size(max = Limits.PROFILE) long[] movieIds,
        @NotNull @Schema(
                description = "how much each movie counts, -1000 to 1000; below 0 for one that is not liked") float[] weights,
        @Min(1) @Max(Limits.SIMILAR) @Schema(description = "movies in the answer", defaultValue = "20") Integer limit,
        @Schema(description = "in any case") @Nullable String genre, @Nullable Integer yearFrom,
        @Nullable Integer yearTo,
        @Size(max = Limits.EXCLUDE) @Schema(description = "ids that must not be in the answer") long[] exclude) {

    public ScoresRequest {
        limit = limit == null ? Integer.valueOf(20) : limit;
        exclude = exclude == null ? new long[0] : exclude;
    }
}
