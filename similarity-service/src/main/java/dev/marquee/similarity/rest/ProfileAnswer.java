package dev.marquee.similarity.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Movies like a profile.
 */
@Schema(description = "Movies like a profile, best first; none of the profile's own")
public record ProfileAnswer(List<SimilarItem> items,
        @Schema(description = "ids of the profile that there are no movies for") List<Long> missing) {}
