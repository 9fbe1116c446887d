package dev.marquee.similarity.rest;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which movies to answer with.
 */
@Schema(description = "Ids of movies; repeated ones count once", examples = "{\"movieIds\": [1, 3114, 999999]}")
public record BatchRequest(@NotEmpty @Size(max = Limits.BATCH) List<@NotNull Long> movieIds) {}
