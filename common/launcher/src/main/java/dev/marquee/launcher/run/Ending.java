package dev.marquee.launcher.run;

import dev.marquee.launcher.cli.UsageError;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Tells a failure from what looks like one while services are being stopped: Ctrl-C reaches them too, and whoever talks
 * to them then finds them gone. Thread-safe.
 */
final class Ending {
    /** One of them may be gone before this process is told. */
    private static final long TOLD_MILLIS = 1000;

    private final Services services;
    private volatile boolean begun;

    Ending(Services services) {
        this.services = services;
    }

    /** What needs the services for as long as it takes. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** From now on it is meant that the services end. */
    void begin() {
        begun = true;
    }

    /**
     * Comes back at the end of the work, or when it has come to an end because the services are being stopped.
     *
     * @throws UsageError if one of the services has ended by itself, or as the work does
     */
    void orEndOf(Work work) throws IOException, InterruptedException {
        try {
            work.run();
        } catch (IOException | UsageError e) {
            TimeUnit.MILLISECONDS.sleep(TOLD_MILLIS);
            if (!begun) {
                services.requireAlive();
                throw e;
            }
        }
    }
}
