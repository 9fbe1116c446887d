package dev.marquee.launcher.run;

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
}
