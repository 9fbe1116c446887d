package dev.marquee.launcher.run;

import dev.marquee.launcher.cli.UsageError;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The MovieLens releases that can be downloaded from GroupLens.
 */
enum Release {
    ML_LATEST_SMALL("ml-latest-small"),
    ML_25M("ml-25m"),
    ML_32M("ml-32m");

    private final String id;

    Release(String id) {
        this.id = id;
    }

    /** The name of the release, of its archive without {@code .zip}, and of the folder within. */
    String id() {
        return id;
    }

    static Release named(String id) {
        return Arrays.stream(values()).filter(release -> release.id.equals(id)).findFirst()
                .orElseThrow(() -> new UsageError("--download: " + id + " is none of "
                        + Arrays.stream(values()).map(Release::id).collect(Collectors.joining(", ")) + "."));
    }
}
