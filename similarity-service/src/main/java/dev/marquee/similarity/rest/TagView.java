package dev.marquee.similarity.rest;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A tag of a movie.
 */
@Schema(name = "Tag", description = "A tag, and how many users gave it")
public record TagView(@NotBlank @Size(max = Limits.TEXT) @Schema(examples = "pixar") String tag,
        @Min(1) @Schema(examples = "3") int count) {}
