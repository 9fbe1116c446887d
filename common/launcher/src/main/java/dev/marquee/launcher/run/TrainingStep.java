package dev.marquee.launcher.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marquee.launcher.cli.UsageError;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Trains the models that a service lacks, and tells how far it is and how good they are. A training that fails is told
 * and is no reason to end.
 */
final class TrainingStep {
    private static final long POLL_MILLIS = 300;
    private static final int MOST_MODELS = 100;
    private static final String SCORING = "scoring";
    /** What is said where a phase begins whose epochs are counted from the first again. */
    private static final Map<String, String> BEGUN = Map.of("refitting",
            "It is judged. Now all ratings are learnt, those that judged it too:", SCORING,
            "What puts lists in order is learnt:");

    private final Services services;
    private final Console console;

    TrainingStep(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    /**
     * @param wanted the algorithm, or empty for the one that suits the data
     * @return why it failed, or {@code null}
     */
    @Nullable
    String forStars(Optional<String> wanted) throws IOException, InterruptedException {
        JsonNode job = starsTrained(wanted);
        if (failed(job)) {
            console.say("  failed: %s", reason(job));
            return reason(job);
        }
        JsonNode report = report(job);
        console.say("  held-out %s, %s", Figures.of("RMSE", report.path("rmse")),
                Figures.of("MAE", report.path("mae")));
        sayNote(report);
        return null;
    }

    /** A service on which the final model cannot be trained says so at once; then nobody who left it open gets less. */
    private JsonNode starsTrained(Optional<String> wanted) throws IOException, InterruptedException {
        long ratings = services.cf().get("/stats").path("ratings").asLong();
        String algorithm = StarsAlgorithm.of(wanted, ratings);
        String duration = StarsAlgorithm.duration(algorithm, ratings, Runtime.getRuntime().availableProcessors());
        try {
            return train("Training a model", Map.of("algorithm", algorithm, "role", "rating"), duration);
        } catch (UsageError e) {
            if (wanted.isPresent() || algorithm.equals(StarsAlgorithm.QUICK)) {
                throw e;
            }
            console.say("%s", e.getMessage());
            return train("Training a model", Map.of("algorithm", StarsAlgorithm.QUICK, "role", "rating"), "");
        }
    }

    /** An algorithm that is named is for a first model; one that is there is not replaced without being asked for. */
    void sayWhatIsStored(Optional<String> wanted, int port) throws IOException, InterruptedException {
        Optional<String> stored = models("rating").filter(model -> model.path("active").asBoolean())
                .map(model -> model.path("algorithm").asText()).findFirst();
        if (wanted.isEmpty() || stored.isEmpty() || wanted.equals(stored)) {
            return;
        }
        console.say(
                """
                        The stored model (%1$s) is used, as there is one already. This trains by %2$s, in place of it:
                          curl localhost:%3$d/api/v1/trainings -H 'Content-Type: application/json' -d '{"algorithm": "%2$s", "role": "rating"}'
                        and --fresh begins anew, without what was rated since.""",
                stored.get(), wanted.get(), port);
    }

    private Stream<JsonNode> models(String role) throws IOException, InterruptedException {
        JsonNode items = services.cf().get("/models?size=" + MOST_MODELS).path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(model -> model.path("role").asText().equals(role));
    }

    /** A list of movies is best ordered by a model that was trained for lists; without one it still is a list. */
    void forLists() throws IOException, InterruptedException {
        if (models("ranking").findAny().isPresent()) {
            return;
        }
        JsonNode job = train("Training a model for lists", Map.of("role", "ranking"), "");
        if (failed(job)) {
            console.say("  failed: %s Lists are ordered by predicted stars.", reason(job));
            return;
        }
        JsonNode report = report(job);
        console.say("  held-out %s", Figures.of("NDCG@10", report.path("ndcgAt10")));
        sayNote(report);
    }

    /** Which figures there are none of, and why. */
    private void sayNote(JsonNode report) {
        if (report.hasNonNull("note")) {
            console.say("  %s", report.path("note").asText());
        }
    }

    private static boolean failed(JsonNode job) {
        return !job.path("state").asText().equals("completed");
    }

    private static String reason(JsonNode job) {
        String error = job.path("error").asText();
        return error.isEmpty() ? "The training is " + job.path("state").asText() + "." : error;
    }

    private JsonNode report(JsonNode job) throws IOException, InterruptedException {
        return services.cf().get("/models/" + job.path("modelId").asLong()).path("report");
    }

    /**
     * @param duration how long it may take, as a clause, or empty
     * @return the job as it ended
     */
    private JsonNode train(String what, Map<String, String> request, String duration)
            throws IOException, InterruptedException {
        JsonNode job = services.cf().post("/trainings", request);
        console.say("%s (%s)%s", what, job.path("algorithm").asText(), duration);
        String phase = job.path("phase").asText();
        while (job.path("state").asText().equals("running")) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            services.requireAlive();
            job = services.cf().get("/trainings/" + job.path("id").asLong());
            String now = job.path("phase").asText();
            if (!now.equals(phase) && BEGUN.containsKey(now)) {
                console.say("  %s", BEGUN.get(now));
            }
            phase = now;
            tell(job);
        }
        return job;
    }

    private void tell(JsonNode job) {
        int epoch = job.path("epoch").asInt();
        if (epoch == 0) {
            console.progress(job.path("phase").asText());
            return;
        }
        // A training that stops early has done all of its work, too.
        boolean completed = job.path("state").asText().equals("completed");
        double fraction = completed ? 1 : Math.min(0.99, epoch / Math.max(1.0, job.path("epochs").asDouble()));
        console.progress(fraction, job.path("phase").asText().equals(SCORING)
                ? String.format(Locale.ROOT, "  step %d", epoch)
                : String.format(Locale.ROOT, "  epoch %d", epoch) + Figures.ofEpoch(job));
    }
}
