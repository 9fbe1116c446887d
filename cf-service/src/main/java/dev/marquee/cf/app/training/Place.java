package dev.marquee.cf.app.training;

import dev.marquee.cf.train.Placement;
import org.jspecify.annotations.Nullable;

/**
 * Where a training runs.
 *
 * @param device {@code null} before that is known, and of trainings from before there was a choice
 * @param reason why there
 */
public record Place(@Nullable String device, @Nullable String reason) {
    static final Place UNKNOWN = new Place(null, null);

    static Place of(@Nullable Placement placement) {
        return placement == null ? UNKNOWN : new Place(placement.device(), placement.reason());
    }
}
