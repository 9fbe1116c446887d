package dev.marquee.similarity.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A content profile, and what of the movies like it is wanted.
 */
@Schema(description = "A profile of movies, and what of the movies like it is wanted", examples = """
        {"movies": [{"movieId": 1, "weight": 4.5}, {"movieId": 260, "weight": 5}], "limit": 5, "yearFrom": 1990,
         "exclude": [3114], "explain": true}""")
public record ProfileRequest(@NotEmpty @Size(max = Limits.PROFILE) List<@NotNull @Valid Weighted> movies,
        @Min(1) @Max(Limits.SIMILAR) @Schema(description = "movies in the answer", defaultValue = "20") Integer limit,
        @Schema(description = "in any case") @Nullable String genre, @Nullable Integer yearFrom,
        @Nullable Integer yearTo,
        @Size(max = Limits.EXCLUDE) @Schema(
                description = "ids that must not be in the answer") List<@NotNull Long> exclude,
        @Schema(description = "with reasons", defaultValue = "false") Boolean explain,
        @Min(1) @Max(Limits.REASONS) @Schema(
                description = "how many features, and how many movies of the profile, the reasons of one movie name at most, the largest shares first",
                defaultValue = Limits.USUAL_REASONS) Integer mostReasons) {

    /** A movie of the profile. */
    @Schema(description = "A movie of the profile")
    public record Weighted(@NotNull @Schema(examples = "1") Long movieId,
            @NotNull @Min(-Limits.WEIGHT) @Max(Limits.WEIGHT) @Schema(
                    description = "how much it counts; below 0 for a movie that is not liked",
                    examples = "4.5") Float weight) {}

    public ProfileRequest {
        limit = limit == null ? Integer.valueOf(20) : limit;
        exclude = exclude == null ? List.of() : exclude;
        explain = explain != null && explain;
        mostReasons = mostReasons == null ? Integer.valueOf(Limits.USUAL_REASONS) : mostReasons;
    }
}
