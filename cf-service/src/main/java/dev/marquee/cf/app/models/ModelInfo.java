package dev.marquee.cf.app.models;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stored model.
 *
 * @param options all hyper-parameters
 * @param bytes size of its arrays
 * @param active whether it is the one that answers in its role
 * @param previous whether it was the active one before, and can be gone back to
 */
@Schema(description = "A stored model")
public record ModelInfo(@Schema(examples = "3") long id, @Schema(examples = "rating") String role,
        @Schema(examples = "sgd") String algorithm, @Schema(examples = "{\"factors\": 64}") Map<String, Object> options,
        @Schema(examples = "42") long seed, DataSnapshot snapshot, ModelReport report,
        @Schema(examples = "2724512") long bytes, boolean active, boolean previous, Instant createdAt) {}
