package dev.marquee.launcher.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marquee.launcher.cli.UsageError;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Asks for a list until there is one with titles and with what the other service makes of it: the first one after a
 * start takes longer than cf-service waits, and should not be that of the person who has just been told to look.
 */
final class FirstList {
    private static final long POLL_MILLIS = 500;
    private static final String AWAY = "similarity-service does not answer";

    private final Services services;
    private final Duration patience;

    FirstList(Services services, Duration patience) {
        this.services = services;
        this.patience = patience;
    }

    /** Comes back in any case: what there is without the other service is served, too. */
    void await(boolean model) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!isWhole(model) && System.nanoTime() < end) {
            services.requireAlive();
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private boolean isWhole(boolean model) throws IOException, InterruptedException {
        try {
            JsonNode list = services.cf().get(model
                    ? "/users/" + someUser() + "/recommendations?explain=true"
                    : "/movies/popular");
            for (JsonNode note : list.path("notes")) {
                if (note.asText().startsWith(AWAY)) {
                    return false;
                }
            }
            return list.path("titlesAvailable").asBoolean(true);
        } catch (UsageError refused) {
            return false;
        }
    }

    private long someUser() throws IOException, InterruptedException {
        return services.cf().get("/users?size=1").path("items").path(0).path("userId").asLong();
    }
}
