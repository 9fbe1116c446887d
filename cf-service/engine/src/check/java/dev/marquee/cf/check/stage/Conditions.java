package dev.marquee.cf.check.stage;

import dev.marquee.cf.check.data.DataShape;
import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.DeviceSettings;
import dev.marquee.cf.device.choice.ChosenDevice;
import dev.marquee.cf.device.choice.Devices;
import dev.marquee.cf.device.choice.ThisMachine;
import dev.marquee.common.device.DeviceChoice;
import java.nio.file.Path;

/**
 * What a check is asked for, as each of its stages sees it.
 *
 * @param device the device to check; the libraries to find it by are system properties
 * @param quick whether small sizes will do, for a rehearsal
 * @param ratings of the largest benchmarks; 0: those of MovieLens
 * @param data a folder with MovieLens ratings, or with folders of them; the empty path: none
 */
public record Conditions(DeviceChoice device, boolean quick, int ratings, Path data) {
    private static final int QUICK_RATINGS = 100_000;
    private static final int SMALL_RATINGS = 1_000_000;

    /** A library that is nowhere. */
    public static final String NO_LIBRARY = "none";

    /** The chosen device, opened; whoever opens it closes it. */
    Device open() {
        return chosen().open();
    }

    ChosenDevice chosen() {
        return ThisMachine.choose(device);
    }

    /** The chosen device where its memory is said to be smaller. */
    ChosenDevice limitedTo(long bytes) {
        DeviceSettings system = DeviceSettings.fromSystemProperties();
        return new Devices(new DeviceSettings(system.openClLibrary(), system.cudaLibrary(), bytes)).choose(device);
    }

    DataShape small() {
        return DataShape.ofRatings(quick ? QUICK_RATINGS : SMALL_RATINGS);
    }

    DataShape large() {
        return sized(DataShape.ML_25M);
    }

    /** For ranking. */
    DataShape lists() {
        return sized(DataShape.ML_20M);
    }

    private DataShape sized(DataShape shape) {
        if (ratings > 0) {
            return DataShape.ofRatings(ratings);
        }
        return quick ? DataShape.ofRatings(QUICK_RATINGS) : shape;
    }
}
