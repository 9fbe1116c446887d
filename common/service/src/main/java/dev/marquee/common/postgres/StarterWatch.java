package dev.marquee.common.postgres;

import java.io.IOException;
import org.jboss.logging.Logger;

/**
 * Ends this process when the one that started it has ended, however that one ended: where the system property
 * {@code marquee.end-with-starter} is true, the starter holds the other end of this process's standard input and never
 * writes.
 */
final class StarterWatch {
    private static final Logger LOG = Logger.getLogger(StarterWatch.class);
    private static final String SWITCH = "marquee.end-with-starter";

    private StarterWatch() {}

    static void begin() {
        if (Boolean.getBoolean(SWITCH)) {
            Thread.ofPlatform().daemon().name("starter-watch").start(StarterWatch::untilItEnds);
        }
    }

    private static void untilItEnds() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is expected.
            }
        } catch (IOException e) {
            LOG.debug("Standard input is gone", e);
        }
        LOG.info("What started this service has ended, and so does the service");
        System.exit(0);
    }
}
