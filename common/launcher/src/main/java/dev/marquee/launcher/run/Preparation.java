package dev.marquee.launcher.run;

import dev.marquee.launcher.cli.UsageError;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Brings two started services to the point where they recommend: each step that an earlier start has done is left out.
 * What can be served is served: without ratings or a model there still are movies, and what is like a movie by its
 * content.
 */
final class Preparation {
    private static final long POLL_MILLIS = 300;
    private static final long READY_SECONDS = 120;
    private static final Duration FIRST_LIST = Duration.ofSeconds(10);

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
     * @return why there is no model, or {@code null} where there is one
     * @throws UsageError with the reason, if nothing can be served
     */
    @Nullable
    String run() throws IOException, InterruptedException {
        ImportStep imports = new ImportStep(services, choice, options, console);
        boolean movies = imports.run("movies", services.similarity(), choice.imdb());
        boolean ratings = imports.run("ratings", services.cf(), Optional.empty());
        if (!movies && !ratings) {
            throw new UsageError(
                    "There is nothing to recommend: neither movies nor ratings could be imported. The lines"
                            + " above say why.");
        }
        TrainingStep training = new TrainingStep(services, console);
        String noModel = null;
        if (services.cf().isReady()) {
            training.sayWhatIsStored(options.algorithm(), options.ports().cf());
        } else {
            noModel = trainForStars(training, ratings);
        }
        if (noModel == null) {
            training.forLists();
            waitUntilReady(services.cf());
        }
        if (movies) {
            waitUntilReady(services.similarity());
            new FirstList(services, FIRST_LIST).await(noModel == null);
        }
        return noModel;
    }

    private @Nullable String trainForStars(TrainingStep training, boolean ratings)
            throws IOException, InterruptedException {
        return ratings
                ? training.forStars(options.algorithm().or(this::forSample))
                : "There are no ratings.";
    }

    /** Who looks at the bundled sample wants to see something at once. */
    private Optional<String> forSample() {
        return choice.sample() ? Optional.of(StarsAlgorithm.QUICK) : Optional.empty();
    }

    private void waitUntilReady(ServiceApi service) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (!service.isReady()) {
            services.requireAlive();
            if (System.nanoTime() > end) {
                throw new UsageError("The services are not ready after " + READY_SECONDS
                        + " s. See /q/health/ready and the logs in " + choice.state().resolve("logs") + ".");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }
}
