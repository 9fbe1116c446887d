package dev.marquee.similarity.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Movies like one movie.
 */
@Schema(description = "Movies like one movie, best first")
public record SimilarAnswer(MovieSummary movie, List<SimilarItem> items) {}
