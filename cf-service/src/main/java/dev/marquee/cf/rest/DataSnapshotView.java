package dev.marquee.cf.rest;

import dev.marquee.cf.app.models.DataSnapshot;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The ratings that a model was trained on.
 *
 * @param meanRating of all
 * @param readAt when they were read from the database, as one consistent state
 */
@Schema(name = "DataSnapshot", description = "The ratings that the model was trained on")
public record DataSnapshotView(@Schema(examples = "100836") long ratings, @Schema(examples = "610") int users,
        @Schema(examples = "9724") int movies, @Schema(examples = "3.502") double meanRating, Instant readAt) {

    static DataSnapshotView of(DataSnapshot data) {
        return new DataSnapshotView(data.ratings(), data.users(), data.movies(), data.meanRating(), data.readAt());
    }
}
