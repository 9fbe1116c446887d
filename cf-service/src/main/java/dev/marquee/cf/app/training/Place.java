package dev.marquee.cf.app.training;

import dev.marquee.cf.train.Placement;

/**
 * Where a training runs.
 *
 * @param device {@code null} before that is known, and of trainings from before there was a choice
 * @param reason why there
 */
public record Place(String device, String reason) {
    static final Place UNKNOWN = new Place(null, null);

    static Place of(Placement placement) {
        return new Place(placement.device(), placement.reason());
    }
}
