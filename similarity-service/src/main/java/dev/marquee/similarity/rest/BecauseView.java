package dev.marquee.similarity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A movie of the profile to which a result owes its place.
 */
@Schema(name = "Because", description = "A movie of the profile, and how much of the score comes from it")
public record BecauseView(@Schema(examples = "1") long movieId, @Schema(examples = "Toy Story") String title,
        @Schema(description = "of the score", examples = "0.6") float share) {}
