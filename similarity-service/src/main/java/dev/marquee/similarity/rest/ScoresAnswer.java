package dev.marquee.similarity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Movies like a profile, without all that is to be said of them.
 *
 * @param scores as many as movies
 */
@Schema(description = "Movies like a profile, best first; none of the profile's own")
public record ScoresAnswer(@Schema(examples = "[3114, 78499]") long[] movieIds,
        @Schema(description = "cosine similarity", examples = "[0.83, 0.81]") float[] scores) {}
