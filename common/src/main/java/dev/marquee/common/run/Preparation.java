package dev.marquee.common.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Brings two started services to the point where they recommend: each step that an earlier start has done is left out.
 */
final class Preparation {
    private static final long POLL_MILLIS = 300;
    private static final long READY_SECONDS = 120;
    private static final int SHOWN_REJECTIONS = 5;
    private static final int MOST_MODELS = 100;
    private static final String LIST_ALGORITHM = "ials";

    private final Services services;
    private final DataChoice choice;
    private final RunOptions options;
    private final Console console;

    Preparation(Services services, DataChoice choice, RunOptions options, Console console) {
        this.services = services;
        this.choice = choice;
        this.options = options;
        this.console = console;
    }

    /**
     * @throws UsageError with the reason, if a step fails
     */
    void run() throws IOException, InterruptedException {
        importInto("movies", services.similarity(), "/stats", "movies",
                choice.imdb() == null ? null : choice.imdb().toString());
        importInto("ratings", services.cf(), "/stats", "ratings", null);
        if (!services.cf().isReady()) {
            trainForStars();
        }
        trainForLists();
        waitUntilReady();
    }

    private void importInto(String what, ServiceApi service, String stats, String countField, String imdb)
            throws IOException, InterruptedException {
        long stored = service.get(stats).path(countField).asLong();
        if (stored > 0) {
            console.say("Using the stored %,d %s", stored, what);
            return;
        }
        console.say("Importing %s from %s", what, choice.folder());
        Map<String, Object> request = new HashMap<>(Map.of("path", choice.folder().toString(), "onError",
                options.onError()));
        if (imdb != null) {
            request.put("imdbPath", imdb);
        }
        JsonNode job = service.post("/imports", request);
        while (job.path("state").asText().equals("running")) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            services.requireAlive();
            job = service.get("/imports/" + job.path("id").asLong());
            console.progress(Console.bar(job.path("fraction").asDouble()) + readNow(job));
        }
        report(what, job);
    }

    /** The end may come before anything was reported of the rows. */
    private static String readNow(JsonNode job) {
        long rows = job.path("rowsRead").asLong();
        return rows == 0 ? "" : String.format(Locale.ROOT, "  %s  %,d rows", job.path("phase").asText(), rows);
    }

    private void report(String what, JsonNode job) {
        if (!job.path("state").asText().equals("completed")) {
            throw new UsageError("The import of the " + what + " failed: " + job.path("error").asText());
        }
        StringBuilder counts = new StringBuilder();
        job.path("counts").fields().forEachRemaining(count -> counts.append(counts.isEmpty() ? "" : ", ")
                .append(String.format(Locale.ROOT, "%,d %s", count.getValue().asLong(), count.getKey())));
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

    /** A list of movies is best ordered by a model that was trained for lists; without one it still is a list. */
    private void trainForLists() throws IOException, InterruptedException {
        for (JsonNode model : services.cf().get("/models?size=" + MOST_MODELS).path("items")) {
            if (model.path("role").asText().equals("ranking")) {
                return;
            }
        }
        console.say("Training a model for lists (%s)", LIST_ALGORITHM);
        JsonNode job = train(Map.of("algorithm", LIST_ALGORITHM, "role", "ranking"));
        if (!job.path("state").asText().equals("completed")) {
            console.say("  failed: %s Lists are ordered by predicted stars.", job.path("error").asText());
            return;
        }
        JsonNode report = report(job);
        console.say("  held-out %s", Figures.of("NDCG@10", report.path("ndcgAt10")));
        sayNote(report);
    }

    private void trainForStars() throws IOException, InterruptedException {
        console.say("Training a model (%s)", options.algorithm());
        JsonNode job = train(Map.of("algorithm", options.algorithm(), "role", "rating"));
        if (!job.path("state").asText().equals("completed")) {
            throw new UsageError("The training failed: " + job.path("error").asText());
        }
        JsonNode report = report(job);
        console.say("  held-out %s, %s", Figures.of("RMSE", report.path("rmse")),
                Figures.of("MAE", report.path("mae")));
        sayNote(report);
    }

    /** Which figures there are none of, and why. */
    private void sayNote(JsonNode report) {
        if (report.hasNonNull("note")) {
            console.say("  %s", report.path("note").asText());
        }
    }

    private JsonNode report(JsonNode job) throws IOException, InterruptedException {
        return services.cf().get("/models/" + job.path("modelId").asLong()).path("report");
    }

    /** @return the job as it ended */
    private JsonNode train(Map<String, String> request) throws IOException, InterruptedException {
        JsonNode job = services.cf().post("/trainings", request);
        while (job.path("state").asText().equals("running")) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            services.requireAlive();
            job = services.cf().get("/trainings/" + job.path("id").asLong());
            console.progress(trainingLine(job));
        }
        return job;
    }

    private static String trainingLine(JsonNode job) {
        int epoch = job.path("epoch").asInt();
        if (epoch == 0) {
            return job.path("phase").asText();
        }
        String bar = Console.bar(epoch / Math.max(1.0, job.path("epochs").asDouble()));
        return bar + String.format(Locale.ROOT, "  epoch %d", epoch) + Figures.ofEpoch(job);
    }

    private void waitUntilReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (!(services.similarity().isReady() && services.cf().isReady())) {
            services.requireAlive();
            if (System.nanoTime() > end) {
                throw new UsageError("The services are not ready after " + READY_SECONDS
                        + " s. See /q/health/ready and the logs in " + choice.state().resolve("logs") + ".");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }
}
