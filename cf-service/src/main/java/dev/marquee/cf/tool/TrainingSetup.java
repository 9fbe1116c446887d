package dev.marquee.cf.tool;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.content.read.ContentUrl;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.common.device.DeviceChoice;
import dev.marquee.common.error.InvalidRequest;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Options for what is trained on, and how.
 */
final class TrainingSetup {
    @Option(names = "--data", paramLabel = "PATH", description = "folder of any MovieLens release, or its ratings file")
    private @Nullable File data;

    @Option(names = "--content", paramLabel = "URL", description = "of a running similarity-service, such as"
            + " http://localhost:8081, whose catalogue says what the movies are like, for algorithms that use it"
            + " (default: they do without)")
    private @Nullable String content;

    @Option(names = "--seeds", paramLabel = "1,2,3", split = ",", hideParamSyntax = true, description = "of the"
            + " training, and of what is drawn (default 42); one run for each")
    private @Nullable List<Long> seeds;

    @Option(names = "--device", paramLabel = "WHERE", description = "where algorithms train that have kernels for"
            + " devices: cpu (default), gpu, opencl, or auto: a GPU where there is one, else the CPU; --set"
            + " A.device=WHERE for one of them", converter = DeviceNames.class,
            completionCandidates = DeviceNames.class)
    private @Nullable DeviceChoice device;

    /** @throws InvalidRequest where none is named */
    Path data() {
        if (data == null) {
            throw new InvalidRequest("--data", "is needed: a folder of MovieLens, or its ratings file");
        }
        return data.toPath();
    }

    /**
     * What is asked for, with what the movies are like.
     *
     * @throws InvalidRequest where no data are named, or no service
     * @throws dev.marquee.common.error.UpstreamUnavailable where the service does not answer
     */
    RatingData source() {
        Path path = data();
        return content == null ? new RatingData(path) : new RatingData(path, content(content));
    }

    private static ContentMatrix content(String url) {
        if (!url.matches("https?://[^/?#\\s]+/?")) {
            throw new InvalidRequest("--content", "is an address such as http://localhost:8081, not " + url);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return new ContentUrl(client, URI.create(url)).read().matrix();
        }
    }

    /** @throws InvalidRequest where one is named twice */
    List<Long> seeds() {
        if (seeds == null) {
            return List.of(42L);
        }
        if (seeds.stream().distinct().count() < seeds.size()) {
            throw new InvalidRequest("--seeds", "names a seed twice");
        }
        return seeds;
    }

    /**
     * Some algorithms with their options.
     *
     * @param algorithms those that are asked for
     * @param sets {@code algorithm.option=value} each
     * @return in the order of the algorithms
     * @throws InvalidRequest for an option that does not exist, or belongs to an algorithm that is not asked for
     */
    List<Estimator<?>> estimators(List<Algorithm<?>> algorithms, List<String> sets) {
        Map<Algorithm<?>, Map<String, String>> settings = new HashMap<>();
        for (String setting : sets) {
            set(setting, settings);
        }
        settings.keySet().stream().filter(algorithm -> !algorithms.contains(algorithm)).findFirst()
                .ifPresent(algorithm -> {
                    throw new InvalidRequest("--set", "is of " + algorithm.id() + ", which is not asked for");
                });
        setDevice(algorithms, settings);
        List<Estimator<?>> estimators = new ArrayList<>();
        for (Algorithm<?> algorithm : algorithms) {
            estimators.add(estimator(algorithm, settings.getOrDefault(algorithm, Map.of()), sets));
        }
        return estimators;
    }

    private static Estimator<?> estimator(Algorithm<?> algorithm, Map<String, String> settings, List<String> sets) {
        try {
            Estimator<?> chosen = algorithm.estimator().with(settings);
            // Refused here rather than after the first algorithms have been trained.
            chosen.placement();
            return chosen;
        } catch (InvalidRequest e) {
            String option = algorithm.id() + "." + e.field();
            throw sets.stream().anyMatch(set -> set.startsWith(option + "="))
                    ? new InvalidRequest("--set " + option, e.problem())
                    : e;
        }
    }

    /** The same device for all algorithms that have a choice, unless they have one of their own. */
    private void setDevice(List<Algorithm<?>> algorithms, Map<Algorithm<?>, Map<String, String>> settings) {
        DeviceChoice chosen = device;
        if (chosen == null) {
            return;
        }
        List<Algorithm<?>> able = algorithms.stream().filter(algorithm -> algorithm.deviceTrainer().isPresent())
                .toList();
        if (able.isEmpty()) {
            throw new InvalidRequest("--device", "is of no use: none of the algorithms has kernels for devices; there"
                    + " are some of " + Algorithms.ids(algorithm -> algorithm.deviceTrainer().isPresent()));
        }
        able.forEach(algorithm -> settings.computeIfAbsent(algorithm, key -> new HashMap<>()).putIfAbsent("device",
                chosen.word()));
    }

    private static void set(String setting, Map<Algorithm<?>, Map<String, String>> settings) {
        int dot = setting.indexOf('.');
        int equals = setting.indexOf('=');
        if (dot < 1 || equals < dot) {
            throw new InvalidRequest("--set", "is of the form ALGORITHM.OPTION=VALUE, not " + setting);
        }
        String option = setting.substring(dot + 1, equals);
        if (option.equals("seed")) {
            throw new InvalidRequest("--set", "cannot set the seed; --seeds does");
        }
        Algorithm<?> algorithm = Algorithms.named(setting.substring(0, dot));
        if (settings.computeIfAbsent(algorithm, key -> new HashMap<>()).put(option,
                setting.substring(equals + 1)) != null) {
            throw new InvalidRequest("--set", "sets " + algorithm.id() + "." + option + " twice");
        }
    }
}
