package dev.marquee.similarity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A feature that movies share.
 */
@Schema(name = "Reason", description = "A feature that both have in common")
public record ReasonView(@Schema(examples = "genre") String kind, @Schema(examples = "Animation") String value,
        @Schema(description = "of the score; all shares sum to at most 1", examples = "0.31") float share) {}
