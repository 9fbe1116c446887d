package dev.marquee.cf.rest;

import dev.marquee.cf.app.models.StoredModel;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stored model. The OpenAPI document calls pages of it by its name.
 *
 * @param options all hyper-parameters
 * @param bytes size of its arrays
 * @param active whether it is the one that answers in its role
 * @param previous whether it was the active one before, and can be gone back to
 */
@Schema(description = "A stored model")
public record ModelInfo(@Schema(examples = "3") long id, @Schema(examples = "rating") String role,
        @Schema(examples = "sgd") String algorithm, @Schema(examples = "{\"factors\": 64}") Map<String, Object> options,
        @Schema(examples = "42") long seed, DataSnapshotView snapshot, ModelReportView report,
        @Schema(examples = "2724512") long bytes, boolean active, boolean previous, Instant createdAt) {

    static ModelInfo of(StoredModel model) {
        return new ModelInfo(model.id(), model.role(), model.algorithm(), model.options(), model.seed(),
                DataSnapshotView.of(model.snapshot()), ModelReportView.of(model.report()), model.bytes(),
                model.active(),
                model.previous(), model.createdAt());
    }
}
