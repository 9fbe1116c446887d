package dev.marquee.cf.train;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.common.error.TrainingFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Keeps the books of one training: tells the listener, remembers the best model, and says when to stop. Used from the thread
 * that trains.
 */
final class Progress {
    private final Metric trainMetric;
    private final Validation validation;
    private final int epochs;
    private final int patience;
    private final TrainListener listener;
    private final String divergenceAdvice;
    private final long start = System.nanoTime();
    private final List<TrainProgress> history = new ArrayList<>();
    private FactorModel best;
    private double bestValue = Double.NaN;
    private int bestEpoch;

    /** Of a trainer of stars, judged by their RMSE. */
    Progress(HeldOut validation, int epochs, int patience, TrainListener listener, String divergenceAdvice) {
        this(Metric.RMSE, Validation.ofStars(validation), epochs, patience, listener, divergenceAdvice);
    }

    /**
     * @param trainMetric what {@link #epochDone} is given
     * @param patience 0: never stop early
     * @param divergenceAdvice which option to change, and how
     */
    Progress(Metric trainMetric, Validation validation, int epochs, int patience, TrainListener listener,
            String divergenceAdvice) {
        this.trainMetric = trainMetric;
        this.validation = validation;
        this.epochs = epochs;
        this.patience = patience;
        this.listener = listener;
        this.divergenceAdvice = divergenceAdvice;
    }

    static void requireRatings(RatingMatrix train) {
        if (train.size() == 0) {
            throw new TrainingFailed("There are no ratings to train on. Import some first.");
        }
    }

    void checkCancelled() {
        if (listener.cancelled()) {
            throw new CancellationException("The training was cancelled.");
        }
    }

    /**
     * Ends an epoch.
     *
     * @param train this epoch's figure of the training's metric
     * @param model makes a copy of the numbers as they are now; asked only where it is needed
     * @return whether another epoch is worth it
     * @throws TrainingFailed if the numbers are not finite any more
     */
    boolean epochDone(double train, Supplier<FactorModel> model) {
        int epoch = history.size() + 1;
        FactorModel now = validation.absent() && epoch < epochs ? null : model.get();
        double judged = validation.absent() ? Double.NaN : validation.judge().applyAsDouble(now);
        requireFinite(trainMetric, train);
        if (!validation.absent()) {
            requireFinite(validation.metric(), judged);
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        TrainProgress progress = new TrainProgress(epoch, epochs, trainMetric, train, validation.metric(), judged,
                elapsed, elapsed.dividedBy(epoch).multipliedBy(epochs - epoch));
        history.add(progress);
        listener.progress(progress);
        if (validation.absent() || validation.metric().better(judged, bestValue)) {
            best = now;
            bestValue = judged;
            bestEpoch = epoch;
        }
        checkCancelled();
        return epoch < epochs && (validation.absent() || patience == 0 || epoch - bestEpoch < patience);
    }

    private void requireFinite(Metric metric, double value) {
        if (!Double.isFinite(value)) {
            throw failed("its " + metric.id() + " is " + value);
        }
    }

    /**
     * The error of an epoch whose numbers are of no use.
     *
     * @param reason what is wrong with them, as the rest of a sentence
     */
    TrainingFailed failed(String reason) {
        return new TrainingFailed("The training diverged in epoch " + (history.size() + 1) + ": " + reason + ". "
                + divergenceAdvice);
    }

    TrainResult result() {
        return new TrainResult(best, history, bestEpoch);
    }
}
