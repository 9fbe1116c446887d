package dev.marquee.cf.app.training;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.device.choice.ThisMachine;
import dev.marquee.cf.train.TrainOptions;
import dev.marquee.common.device.DeviceChoice;
import dev.marquee.common.error.InvalidRequest;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * A wrong default of trainings ends the start, not the first training.
 */
@Singleton
class TrainingConfigCheck {
    private final TrainingConfig config;
    private final TrainingPlanner planner;

    TrainingConfigCheck(TrainingConfig config, TrainingPlanner planner) {
        this.config = config;
        this.planner = planner;
    }

    /** @throws InvalidRequest naming the setting */
    void check(@Observes StartupEvent event) {
        config.options().keySet().forEach(name -> planner.configured(Algorithms.named(name)));
        TrainOptions.requireRange("marquee.training.holdout", config.holdout(), 0.01, 0.5);
        TrainOptions.requireRange("marquee.training.validation", config.validation(), 0, 0.5);
        checkDevice();
        if (config.checkpointEvery().isNegative()) {
            throw new InvalidRequest("marquee.training.checkpoint-every", "must not be negative, is "
                    + config.checkpointEvery());
        }
    }

    /**
     * Drivers are loaded only where a device is demanded: they can take more time and memory than the rest of the
     * start.
     */
    private void checkDevice() {
        try {
            DeviceChoice wish = DeviceChoice.parse(config.device());
            if (wish == DeviceChoice.GPU || wish == DeviceChoice.OPENCL) {
                ThisMachine.choose(wish);
            }
        } catch (InvalidRequest e) {
            throw new InvalidRequest("marquee.training.device", e.problem());
        }
    }
}
