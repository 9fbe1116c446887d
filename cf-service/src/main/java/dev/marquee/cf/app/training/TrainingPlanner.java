package dev.marquee.cf.app.training;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.Role;
import dev.marquee.cf.train.TrainOptions;
import dev.marquee.common.error.InvalidRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes plans of requests: fills in the defaults, and what the model would else owe to this machine, and refuses what
 * cannot be done.
 */
@Singleton
class TrainingPlanner {
    private final TrainingConfig config;
    private final ObjectMapper json;
    private final IntSupplier cores;

    @Inject
    TrainingPlanner(TrainingConfig config, ObjectMapper json) {
        this(config, json, () -> Runtime.getRuntime().availableProcessors());
    }

    /** @param cores of the machine */
    TrainingPlanner(TrainingConfig config, ObjectMapper json, IntSupplier cores) {
        this.config = config;
        this.json = json;
        this.cores = cores;
    }

    /**
     * @throws InvalidRequest naming the field, such as {@code options.factors}
     */
    TrainingPlan plan(TrainingRequest request) {
        Algorithm<?> algorithm = algorithm(request.algorithm(), request.role());
        Role role = role(algorithm, request.role());
        Estimator<?> estimator = estimator(algorithm, request.options() == null ? Map.of() : request.options());
        TrainOptions options = estimator.options();
        TrainingSpec spec = new TrainingSpec(algorithm.id(), role.id(),
                json.convertValue(options, new TypeReference<>() {}),
                options.random() ? options.seed() : config.seed(),
                request.holdout() == null ? config.holdout() : request.holdout(), config.validation(),
                request.refit() == null ? config.refit() : request.refit());
        return new TrainingPlan(spec, role, estimator);
    }

    /** The algorithm with what is configured for it, else with its own defaults. */
    Estimator<?> configured(Algorithm<?> algorithm) {
        Map<String, Object> configured = new TreeMap<>(config.options().getOrDefault(algorithm.id(), Map.of()));
        if (algorithm.defaults().random()) {
            configured.putIfAbsent("seed", config.seed());
        }
        if (algorithm.deviceTrainer().isPresent()) {
            configured.putIfAbsent("device", config.device());
        }
        return algorithm.estimator().with(configured);
    }

    private static Algorithm<?> algorithm(@Nullable String wanted, @Nullable String role) {
        if (wanted == null) {
            return Algorithms.of(role == null ? Role.RATING : Role.named(role));
        }
        return Algorithms.named(wanted);
    }

    private static Role role(Algorithm<?> algorithm, @Nullable String wanted) {
        if (wanted == null) {
            return algorithm.roles().iterator().next();
        }
        Role role = Role.named(wanted);
        if (!algorithm.roles().contains(role)) {
            throw new InvalidRequest("role", "cannot be " + role.id() + " with " + algorithm.id() + "; " + role.id()
                    + " models are trained by " + Algorithms.ids(other -> other.roles().contains(role)));
        }
        return role;
    }

    private Estimator<?> estimator(Algorithm<?> algorithm, Map<String, @Nullable Object> given) {
        try {
            // Another replica, with other cores, may have to go on with it, and shall come to the same model.
            Estimator<?> estimator = configured(algorithm).with(given).pinned(cores.getAsInt());
            estimator.placement();
            return estimator;
        } catch (InvalidRequest e) {
            SequencedMap<String, String> problems = new LinkedHashMap<>();
            e.problems().forEach((option, problem) -> problems
                    .put(option.equals("algorithm") ? option : "options." + option, problem));
            throw new InvalidRequest(problems);
        }
    }
}
