package dev.marquee.cf.train.support;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Checkpoints;
import dev.marquee.cf.train.Metric;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainProgress;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.common.error.CorruptData;
import dev.marquee.common.error.TrainingFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the books of one training: tells the listener, remembers the best model, and says when to stop. Used from the
 * thread that trains.
 */
public final class Course {
    private final Metric trainMetric;
    private final Validation validation;
    private final int epochs;
    private final int patience;
    private final TrainListener listener;
    private final String divergenceAdvice;
    private final List<TrainProgress> history = new ArrayList<>();
    private final Checkpoints checkpoints;
    private long start = System.nanoTime();
    private @Nullable RunningState state;
    private @Nullable FactorModel best;
    private double bestValue = Double.NaN;
    private int bestEpoch;

    /** Of a trainer of stars, judged by their RMSE. */
    public Course(@Nullable HeldOut validation, int epochs, int patience, TrainListener listener,
            String divergenceAdvice) {
        this(Metric.RMSE, Validation.ofStars(validation), epochs, patience, listener, divergenceAdvice);
    }

    /**
     * @param trainMetric what {@link #epochDone} is given
     * @param patience 0: never stop early
     * @param divergenceAdvice which option to change, and how
     */
    public Course(Metric trainMetric, Validation validation, int epochs, int patience, TrainListener listener,
            String divergenceAdvice) {
        this.trainMetric = trainMetric;
        this.validation = validation;
        this.epochs = epochs;
        this.patience = patience;
        this.listener = listener;
        this.divergenceAdvice = divergenceAdvice;
        this.checkpoints = listener.checkpoints();
    }

    /**
     * Goes on from a checkpoint, if there is one, and from now on leaves some. Called once, when all numbers are as
     * they are before the first epoch.
     *
     * @param numbers what the trainer needs to go on from the end of an epoch
     * @param model makes a copy of the numbers as they are when it is asked
     * @return the number of epochs done; 0: there is nothing to go on from
     * @throws dev.marquee.common.error.CorruptData if there is a checkpoint that cannot be used
     */
    public int begin(RunningState numbers, Supplier<FactorModel> model) {
        state = numbers;
        checkpoints.resume(in -> resume(CheckpointFormat.read(in, numbers), model));
        return history.size();
    }

    private void resume(CheckpointFormat.Course course, Supplier<FactorModel> model) {
        if (course.epochs() == 0 || course.epochs() >= epochs || course.bestEpoch() > course.epochs()) {
            throw new CorruptData("The checkpoint is of another training: " + course.epochs() + " epochs of " + epochs
                    + ". Train from the beginning.");
        }
        for (int epoch = 1; epoch <= course.epochs(); epoch++) {
            history.add(told(epoch, course.train()[epoch - 1], course.validation()[epoch - 1],
                    Duration.ofNanos(course.nanos()[epoch - 1])));
        }
        start -= history.getLast().elapsed().toNanos();
        bestEpoch = course.bestEpoch();
        if (bestEpoch > 0) {
            best = course.best() == null ? model.get() : course.best();
            bestValue = course.validation()[bestEpoch - 1];
        }
    }

    private TrainProgress told(int epoch, double train, double judged, Duration elapsed) {
        return new TrainProgress(epoch, epochs, trainMetric, train, validation.metric(), judged, elapsed,
                elapsed.dividedBy(epoch).multipliedBy(epochs - epoch));
    }

    public static void requireRatings(RatingMatrix train) {
        if (train.size() == 0) {
            throw new TrainingFailed("There are no ratings to train on. Import some first.");
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
    public boolean epochDone(double train, Supplier<FactorModel> model) {
        ToDoubleFunction<FactorModel> judge = validation.judge();
        if (judge == null) {
            return epochDone(train, () -> Double.NaN, model);
        }
        FactorModel now = model.get();
        return epochDone(train, () -> judge.applyAsDouble(now), () -> now);
    }

    /**
     * Ends an epoch of a training that judges its numbers where they are.
     *
     * @param judge what the validation would find; not asked without one
     * @param model as above; asked only if it is the best so far, or the last where there is no validation
     */
    public boolean epochDone(double train, DoubleSupplier judge, Supplier<FactorModel> model) {
        double judged = validation.absent() ? Double.NaN : judge.getAsDouble();
        tell(train, judged);
        int epoch = history.size();
        if (validation.absent() || validation.metric().better(judged, bestValue)) {
            best = validation.absent() && epoch < epochs ? null : model.get();
            bestValue = judged;
            bestEpoch = epoch;
        }
        return goOn(epoch < epochs && (validation.absent() || patience == 0 || epoch - bestEpoch < patience));
    }

    /**
     * Ends an epoch of a training whose model is made of all its epochs, so that the last one is always the best.
     *
     * @param judged the validation's metric, NaN where there is none
     * @param model makes the model; asked only after the last epoch
     */
    public boolean epochDone(double train, double judged, Supplier<FactorModel> model) {
        tell(train, judged);
        boolean more = history.size() < epochs;
        if (!more) {
            best = model.get();
            bestEpoch = epochs;
        }
        return goOn(more);
    }

    /** Leaves a checkpoint if one is due. */
    private boolean goOn(boolean more) {
        listener.checkCancelled();
        RunningState numbers = state;
        if (more && numbers != null && checkpoints.due()) {
            checkpoints.save(history.size(), out -> CheckpointFormat.write(
                    CheckpointFormat.Course.of(history, bestEpoch, best), numbers, out));
            listener.checkCancelled();
        }
        return more;
    }

    private void tell(double train, double judged) {
        int epoch = history.size() + 1;
        requireFinite(trainMetric, train);
        if (!validation.absent()) {
            requireFinite(validation.metric(), judged);
        }
        TrainProgress progress = told(epoch, train, judged, Duration.ofNanos(System.nanoTime() - start));
        history.add(progress);
        listener.progress(progress);
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
    public TrainingFailed failed(String reason) {
        return failed(history.size() + 1, reason);
    }

    private TrainingFailed failed(int epoch, String reason) {
        return new TrainingFailed(
                "The training diverged in epoch " + epoch + ": " + reason + ". " + divergenceAdvice);
    }

    /**
     * @throws TrainingFailed if the best model has numbers that are not finite, which no rating held out needs to show
     */
    public TrainResult result() {
        FactorModel model = Objects.requireNonNull(best, "no epoch was run");
        if (!model.finite()) {
            throw failed(bestEpoch, "not all numbers of its model are finite");
        }
        return new TrainResult(model, history, bestEpoch, null);
    }
}
