package dev.marquee.similarity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person with a credit.
 */
@Schema(name = "Person", description = "A person with a credit; the name is the same in all movies of a person")
public record PersonView(
        @NotBlank @Size(max = Limits.TEXT) @Schema(description = "IMDb's id, or any other that is stable",
                examples = "nm0005124") String personId,
        @NotBlank @Size(max = Limits.TEXT) @Schema(examples = "John Lasseter") String name) {}
