package dev.marquee.cf.rest;

import dev.marquee.cf.app.models.DataSnapshot;
import dev.marquee.cf.app.models.ModelInfo;
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
@Schema(name = "ModelInfo", description = "A stored model")
public record ModelView(@Schema(examples = "3") long id, @Schema(examples = "rating") String role,
        @Schema(examples = "sgd") String algorithm, @Schema(examples = "{\"factors\": 64}") Map<String, Object> options,
        @Schema(examples = "42") long seed, Snapshot snapshot, ModelReportView report,
        @Schema(examples = "2724512") long bytes, boolean active, boolean previous, Instant createdAt) {

    /**
     * The ratings that the model was trained on.
     *
     * @param meanRating of all
     * @param readAt when they were read from the database, as one consistent state
     */
    @Schema(name = "DataSnapshot", description = "The ratings that the model was trained on")
    public record Snapshot(@Schema(examples = "100836") long ratings, @Schema(examples = "610") int users,
            @Schema(examples = "9724") int movies, @Schema(examples = "3.502") double meanRating, Instant readAt) {

        private static Snapshot of(DataSnapshot data) {
            return new Snapshot(data.ratings(), data.users(), data.movies(), data.meanRating(), data.readAt());
        }
    }

    static ModelView of(ModelInfo model) {
        return new ModelView(model.id(), model.role(), model.algorithm(), model.options(), model.seed(),
                Snapshot.of(model.snapshot()), ModelReportView.of(model.report()), model.bytes(), model.active(),
                model.previous(), model.createdAt());
    }
}
