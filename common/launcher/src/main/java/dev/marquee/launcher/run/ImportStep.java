package dev.marquee.launcher.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marquee.common.ingest.OnError;
import dev.marquee.launcher.cli.UsageError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Imports the data into a service that has none, and tells how far it is and what came of it.
 */
final class ImportStep {
    private static final long POLL_MILLIS = 300;
    private static final int SHOWN_REJECTIONS = 5;

    private final Services services;
    private final DataChoice choice;
    private final RunOptions options;
    private final Console console;

    ImportStep(Services services, DataChoice choice, RunOptions options, Console console) {
        this.services = services;
        this.choice = choice;
        this.options = options;
        this.console = console;
    }

    /**
     * @param what movies or ratings, as the service's figures name them
     * @param imdb folder with IMDb's files
     * @return whether there are some then
     * @throws UsageError if the import failed, and was to fail for each bad line
     */
    boolean run(String what, ServiceApi service, Optional<Path> imdb) throws IOException, InterruptedException {
        long stored = service.get("/stats").path(what).asLong();
        if (stored > 0) {
            console.say("Using the stored %,d %s", stored, what);
            return true;
        }
        console.say("Importing %s from %s", what, choice.folder());
        Map<String, Object> request = new HashMap<>(Map.of("path", choice.folder().toString(), "onError",
                options.onError().word()));
        imdb.ifPresent(folder -> request.put("imdbPath", folder.toString()));
        return follow(what, service, service.post("/imports", request));
    }

    private boolean follow(String what, ServiceApi service, JsonNode started) throws IOException, InterruptedException {
        JsonNode job = started;
        while (job.path("state").asText().equals("running")) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            services.requireAlive();
            job = service.get("/imports/" + job.path("id").asLong());
            console.progress(job.path("fraction").asDouble(), readNow(job));
        }
        if (!job.path("state").asText().equals("completed")) {
            failed(what, job.path("error").asText());
            return false;
        }
        report(job);
        return service.get("/stats").path(what).asLong() > 0;
    }

    private void failed(String what, String why) {
        if (options.onError() == OnError.FAIL) {
            throw new UsageError("The import of the " + what + " failed: " + why);
        }
        console.say("  no %s: %s", what, why);
    }

    /** The end may come before anything was reported of the rows. */
    private static String readNow(JsonNode job) {
        long rows = job.path("rowsRead").asLong();
        return rows == 0 ? "" : String.format(Locale.ROOT, "  %s  %,d rows", job.path("phase").asText(), rows);
    }

    private void report(JsonNode job) {
        StringBuilder counts = new StringBuilder();
        job.path("counts").fields().forEachRemaining(count -> {
            if (count.getValue().asLong() > 0) {
                counts.append(counts.isEmpty() ? "" : ", ").append(
                        String.format(Locale.ROOT, "%,d %s", count.getValue().asLong(), count.getKey()));
            }
        });
        console.say("  imported %s", counts);
        job.path("notes").forEach(note -> console.say("  note: %s", note.asText()));
        long rejected = job.path("rejectedTotal").asLong();
        if (rejected > 0) {
            console.say("  left out %,d lines:", rejected);
            int shown = 0;
            for (JsonNode line : job.path("rejected")) {
                if (shown++ == SHOWN_REJECTIONS) {
                    console.say("    … the rest is under /api/v1/imports/%d", job.path("id").asLong());
                    break;
                }
                console.say("    %s:%d: %s", line.path("file").asText(), line.path("line").asLong(),
                        line.path("reason").asText());
            }
        }
    }
}
