package dev.marquee.launcher.run;

import dev.marquee.common.error.InvalidRequest;
import dev.marquee.launcher.cli.UsageError;

/**
 * Where the services listen.
 *
 * @param cf of cf-service, where the page is
 * @param similarity of similarity-service
 */
record Ports(int cf, int similarity) {
    static final Ports DEFAULTS = new Ports(8080, 8081);
    private static final int LAST = 65_535;

    /** @throws InvalidRequest if it is no number of a port */
    static int read(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= LAST) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new InvalidRequest("port", text + " is not a port number (1 to " + LAST + ").");
    }

    /** @throws UsageError if both services would listen at one */
    void requireDifferent() {
        if (cf == similarity) {
            throw new UsageError("--port and --similarity-port must differ.");
        }
    }
}
