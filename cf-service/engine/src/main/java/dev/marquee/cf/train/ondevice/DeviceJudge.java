package dev.marquee.cf.train.ondevice;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ratings on a device that are held out of a training, and how wrong the model is about them. Used from the thread that
 * trains.
 */
public final class DeviceJudge {
    private final @Nullable DeviceRatings heldOut;
    private final DeviceModel model;
    /** Whether there is a rating of a user or movie that the training does not know. */
    private final boolean unknown;
    private @Nullable DeviceFloats scratch;

    private DeviceJudge(@Nullable DeviceRatings heldOut, DeviceModel model, boolean unknown) {
        this.heldOut = heldOut;
        this.model = model;
        this.unknown = unknown;
    }

    /** @param validation may be empty or {@code null}: then there is nothing to judge by */
    public static DeviceJudge of(DeviceWork work, RatingMatrix train, @Nullable HeldOut validation, DeviceModel model,
            DeviceRoom room) {
        return validation == null || validation.size() == 0
                ? new DeviceJudge(null, model, false)
                : new DeviceJudge(new DeviceRatings(work, validation.byUserWithUnknown(train), room), model,
                        validation.hasUnknown());
    }

    public static boolean absent(@Nullable HeldOut validation) {
        return validation == null || validation.size() == 0;
    }

    public int mostSegments() {
        return heldOut == null ? 0 : heldOut.mostSegments;
    }

    /** @param numbers one for each segment of a batch, at least */
    public void use(DeviceFloats numbers) {
        scratch = numbers;
    }

    /** Of predictions kept in the range of the ratings. */
    public double rmse() {
        DeviceRatings ratings = Objects.requireNonNull(heldOut);
        if (unknown) {
            model.placeUnknown();
        }
        return Math.sqrt(model.squaredErrors(ratings, false, true, Objects.requireNonNull(scratch))
                / ratings.ratings.size());
    }
}
