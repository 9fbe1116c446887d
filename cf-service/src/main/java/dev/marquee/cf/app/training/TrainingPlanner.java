package dev.marquee.cf.app.training;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.train.Role;
import dev.marquee.cf.device.choice.DeviceChoice;
import dev.marquee.cf.train.Placement;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.TrainOptions;
import dev.marquee.common.error.InvalidRequest;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Makes plans of requests: fills in the defaults and refuses what cannot be done.
 */
@Singleton
class TrainingPlanner {
    private final TrainingConfig config;
    private final ObjectMapper json;

    TrainingPlanner(TrainingConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    /** A wrong default ends the start, not the first training. */
    void check(@Observes StartupEvent event) {
        config.options().keySet().forEach(name -> defaults(Algorithms.named(name)));
        TrainOptions.requireRange("marquee.training.holdout", config.holdout(), 0.01, 0.5);
        TrainOptions.requireRange("marquee.training.validation", config.validation(), 0, 0.5);
        checkDevice();
        if (config.checkpointEvery().isNegative()) {
            throw new InvalidRequest("marquee.training.checkpoint-every", "must not be negative, is "
                    + config.checkpointEvery());
        }
    }

    /** Drivers are loaded only where a device is demanded: they can take more time and memory than the rest of the start. */
    private void checkDevice() {
        try {
            DeviceChoice wish = DeviceChoice.parse(config.device());
            if (wish == DeviceChoice.GPU || wish == DeviceChoice.OPENCL) {
                Placement.choose(wish);
            }
        } catch (InvalidRequest e) {
            throw new InvalidRequest("marquee.training.device", e.problems().values().iterator().next());
        }
    }

    /**
     * @throws InvalidRequest naming the field, such as {@code options.factors}
     */
    TrainingPlan plan(TrainingRequest request) {
        Algorithm<?> algorithm = Algorithms.named(request.algorithm());
        Role role = role(algorithm, request.role());
        Estimator<?> estimator = estimator(algorithm, request.options() == null ? Map.of() : request.options());
        TrainOptions options = estimator.options();
        return new TrainingPlan(estimator, role, json.convertValue(options, new TypeReference<>() {}),
                options.random() ? options.seed() : config.seed(),
                request.holdout() == null ? config.holdout() : request.holdout(), config.validation(),
                request.refit() == null ? config.refit() : request.refit());
    }

    /**
     * The plan of a training that was interrupted, as it was.
     *
     * @throws InvalidRequest if its options are not known any more
     */
    TrainingPlan plan(TrainingTable.Dead dead) {
        TrainingJob job = dead.job();
        Estimator<?> estimator = Algorithms.named(job.algorithm()).estimator().with(job.options());
        return new TrainingPlan(estimator, Role.named(job.role()), job.options(), job.seed(), job.holdout(),
                dead.validation(),
                dead.refit());
    }

    private static Role role(Algorithm<?> algorithm, String wanted) {
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

    private Estimator<?> estimator(Algorithm<?> algorithm, Map<String, Object> given) {
        try {
            Estimator<?> estimator = defaults(algorithm).with(given);
            estimator.placement();
            return estimator;
        } catch (InvalidRequest e) {
            SequencedMap<String, String> problems = new LinkedHashMap<>();
            e.problems().forEach((option, problem) -> problems.put("options." + option, problem));
            throw new InvalidRequest(problems);
        }
    }

    private Estimator<?> defaults(Algorithm<?> algorithm) {
        Map<String, Object> configured = new TreeMap<>(config.options().getOrDefault(algorithm.id(), Map.of()));
        if (algorithm.defaults().random()) {
            configured.putIfAbsent("seed", config.seed());
        }
        if (algorithm.deviceTrainer().isPresent()) {
            configured.putIfAbsent("device", config.device());
        }
        return algorithm.estimator().with(configured);
    }
}
