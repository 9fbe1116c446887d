package dev.marquee.cf.app.training;

import java.time.Duration;
import java.util.Map;

/** A configuration of trainings for tests. */
record Settings(double holdout, double validation, Duration checkpointEvery, String device,
        Map<String, Map<String, String>> options) implements TrainingConfig {

    static Settings with(Map<String, Map<String, String>> options) {
        return new Settings(0.1, 0.05, Duration.ZERO, "auto", options);
    }

    @Override
    public long seed() {
        return 42;
    }

    @Override
    public boolean refit() {
        return true;
    }

    @Override
    public long minRatings() {
        return 100;
    }
}
