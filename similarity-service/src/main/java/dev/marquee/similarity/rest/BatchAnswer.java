package dev.marquee.similarity.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The movies that there are, and the ids that there are none for.
 */
@Schema(description = "The movies that there are, in the order asked for, and the ids that there are none for")
public record BatchAnswer(List<MovieView> movies, @Schema(examples = "[999999]") List<Long> missing) {}
