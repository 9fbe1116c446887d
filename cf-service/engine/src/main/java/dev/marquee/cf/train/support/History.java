package dev.marquee.cf.train.support;

import dev.marquee.cf.train.Metric;
import dev.marquee.cf.train.TrainProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The epochs of a training that are done: their figures, and when they ended. The clock runs from when this is made.
 * Used from the thread that trains.
 */
final class History {
    private final int most;
    private final Metric trainMetric;
    private final Metric validationMetric;
    private final List<TrainProgress> epochs = new ArrayList<>();
    private long start = System.nanoTime();

    /** @param most epochs that there will be, at most */
    History(int most, Metric trainMetric, Metric validationMetric) {
        this.most = most;
        this.trainMetric = trainMetric;
        this.validationMetric = validationMetric;
    }

    /** How many are done. */
    int size() {
        return epochs.size();
    }

    List<TrainProgress> epochs() {
        return Collections.unmodifiableList(epochs);
    }

    /** Adds an epoch that ends now. */
    TrainProgress add(double train, double validation) {
        return add(train, validation, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Adds those of a checkpoint; the clock goes on from where it stood at the end of the last one. */
    void addAll(CheckpointFormat.EpochsDone done) {
        for (int i = 0; i < done.epochs(); i++) {
            add(done.train()[i], done.validation()[i], Duration.ofNanos(done.nanos()[i]));
        }
        start -= epochs.getLast().elapsed().toNanos();
    }

    private TrainProgress add(double train, double validation, Duration elapsed) {
        int epoch = epochs.size() + 1;
        TrainProgress progress = new TrainProgress(epoch, most, trainMetric, train, validationMetric, validation,
                elapsed, elapsed.dividedBy(epoch).multipliedBy(most - epoch));
        epochs.add(progress);
        return progress;
    }
}
