package dev.marquee.similarity.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A content profile in two arrays, and the movies whose likeness to it is to be explained.
 */
@Schema(description = "A profile in two arrays, and the movies whose likeness is to be explained", examples = """
        {"movieIds": [1, 260], "weights": [4.5, 5], "of": [3114, 1196], "mostReasons": 4}""")
public record ReasonsRequest(@NotEmpty @Size(max = Limits.PROFILE) long[] movieIds,
        @NotNull @Schema(
                description = "how much each movie counts, -1000 to 1000; below 0 for one that is not liked") float[] weights,
        @NotNull @Size(max = Limits.SIMILAR) @Schema(description = "ids of the movies to be explained") long[] of,
        @Min(1) @Max(Limits.REASONS) @Schema(
                description = "how many features, and how many movies of the profile, the reasons of one movie name at most, the largest shares first",
                defaultValue = Limits.USUAL_REASONS) Integer mostReasons) {

    public ReasonsRequest {
        mostReasons = mostReasons == null ? Integer.valueOf(Limits.USUAL_REASONS) : mostReasons;
    }
}
