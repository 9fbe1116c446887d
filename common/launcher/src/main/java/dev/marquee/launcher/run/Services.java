package dev.marquee.launcher.run;

import dev.marquee.launcher.cli.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Both services, started and stopped together.
 */
final class Services {
    private static final long POLL_MILLIS = 100;
    private static final long START_SECONDS = 120;

    private final ServiceProcess similarity;
    private final ServiceProcess cf;
    private final ServiceApi similarityApi;
    private final ServiceApi cfApi;

    Services(ServiceProcess similarity, ServiceProcess cf, ServiceApi similarityApi, ServiceApi cfApi) {
        this.similarity = similarity;
        this.cf = cf;
        this.similarityApi = similarityApi;
        this.cfApi = cfApi;
    }

    static Services start(RunOptions options, DataChoice choice, Path checkout, Console console)
            throws IOException, InterruptedException {
        String data = choice.state().resolve("databases").toString();
        Path logs = choice.state().resolve("logs");
        console.say("Starting both services (logs in %s)", logs);
        ServiceProcess similarity = ServiceProcess.start("similarity-service", jar(checkout, "similarity-service"),
                logs, Map.of("marquee.data-dir", data, "quarkus.http.port",
                        Integer.toString(options.ports().similarity())));
        ServiceProcess cf = ServiceProcess.start("cf-service", jar(checkout, "cf-service"),
                logs, cfSettings(options, choice, data));
        Services services = new Services(similarity, cf, new ServiceApi(options.ports().similarity()),
                new ServiceApi(options.ports().cf()));
        try {
            services.waitUntilLive();
            return services;
        } catch (UsageError | InterruptedException e) {
            services.stop();
            throw e;
        }
    }

    private static Map<String, String> cfSettings(RunOptions options, DataChoice choice, String data) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of("marquee.data-dir", data, "quarkus.http.port",
                Integer.toString(options.ports().cf()), "quarkus.rest-client.similarity.url",
                "http://127.0.0.1:" + options.ports().similarity(), "marquee.page.generated-ratings",
                Boolean.toString(choice.sample())));
        options.device().ifPresent(device -> settings.put("marquee.training.device", device.word()));
        return settings;
    }

    private static Path jar(Path checkout, String module) {
        Path jar = checkout.resolve(module).resolve("target/quarkus-app/quarkus-run.jar").toAbsolutePath().normalize();
        if (!Files.isRegularFile(jar)) {
            throw new UsageError(module + " is not built: there is no " + jar + ". Run: mvn package -DskipTests");
        }
        return jar;
    }

    private void waitUntilLive() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!(similarityApi.isLive() && cfApi.isLive())) {
            requireAlive();
            if (System.nanoTime() > end) {
                throw new UsageError("The services did not answer within " + START_SECONDS + " s. Look into "
                        + similarity.log() + " and " + cf.log() + ".");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    ServiceApi similarity() {
        return similarityApi;
    }

    ServiceApi cf() {
        return cfApi;
    }

    /**
     * @throws UsageError if one has ended by itself
     */
    void requireAlive() {
        similarity.requireAlive();
        cf.requireAlive();
    }

    void waitUntilOneEnds() throws InterruptedException {
        while (similarity.isAlive() && cf.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    void stop() {
        // In parallel: each may take seconds to write its database to disk.
        List<Thread> stops = List.of(Thread.ofVirtual().start(cf::stop), Thread.ofVirtual().start(similarity::stop));
        for (Thread stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
