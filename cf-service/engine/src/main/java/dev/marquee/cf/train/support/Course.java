package dev.marquee.cf.train.support;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Metric;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.common.error.CorruptData;
import dev.marquee.common.error.TrainingFailed;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Leads one training from epoch to epoch: has it judged, tells the listener, and says when to stop. Used from the
 * thread that trains.
 */
public final class Course {
    private final Metric trainMetric;
    private final Validation validation;
    private final int epochs;
    private final TrainListener listener;
    private final Divergence divergence;
    private final History history;
    private final BestModel best;
    private final CheckpointKeeper checkpoints;

    /** Of a trainer of stars, judged by their RMSE. */
    public Course(@Nullable HeldOut validation, int epochs, int patience, TrainListener listener,
            String divergenceAdvice) {
        this(Metric.RMSE, Validation.ofStars(validation), epochs, patience, listener, divergenceAdvice);
    }

    /**
     * @param trainMetric what the ends of epochs are given
     * @param patience 0: never stop early
     * @param divergenceAdvice which option to change, and how
     */
    public Course(Metric trainMetric, Validation validation, int epochs, int patience, TrainListener listener,
            String divergenceAdvice) {
        this.trainMetric = trainMetric;
        this.validation = validation;
        this.epochs = epochs;
        this.listener = listener;
        this.divergence = new Divergence(divergenceAdvice);
        this.history = new History(epochs, trainMetric, validation.metric());
        this.best = new BestModel(validation, epochs, patience);
        this.checkpoints = new CheckpointKeeper(listener.checkpoints());
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
        checkpoints.begin(numbers, done -> resume(done, model));
        return history.size();
    }

    private void resume(CheckpointFormat.EpochsDone done, Supplier<FactorModel> model) {
        int bestEpoch = done.bestEpoch();
        if (done.epochs() == 0 || done.epochs() >= epochs || bestEpoch > done.epochs()) {
            throw new CorruptData("The checkpoint is of another training: " + done.epochs() + " epochs of " + epochs
                    + ". Train from the beginning.");
        }
        history.addAll(done);
        if (bestEpoch > 0) {
            best.take(bestEpoch, done.validation()[bestEpoch - 1], done.best() == null ? model.get() : done.best());
        }
    }

    /**
     * Ends an epoch, with the model judged by what is held out.
     *
     * @param train this epoch's figure of the training's metric
     * @param model makes a copy of the numbers as they are now; asked only where it is needed
     * @return whether another epoch is worth it
     * @throws TrainingFailed if the numbers are not finite any more
     */
    public boolean epochDone(double train, Supplier<FactorModel> model) {
        ToDoubleFunction<FactorModel> judge = validation.judge();
        if (judge == null) {
            return epochJudged(train, () -> Double.NaN, model);
        }
        FactorModel now = model.get();
        return epochJudged(train, () -> judge.applyAsDouble(now), () -> now);
    }

    /**
     * Ends an epoch of a training that judges its numbers where they are; else as {@link #epochDone}.
     *
     * @param judge what the validation would find; not asked without one
     * @param model as above; asked only if it is the best so far, or the last where there is no validation
     */
    public boolean epochJudged(double train, DoubleSupplier judge, Supplier<FactorModel> model) {
        double judged = validation.absent() ? Double.NaN : judge.getAsDouble();
        tell(train, judged);
        best.offer(history.size(), judged, model);
        return goOn(best.worthMoreThan(history.size()));
    }

    /**
     * Ends an epoch of a training whose model is the mean of all its epochs, so that the last one is always the best;
     * else as {@link #epochDone}.
     *
     * @param judged the validation's metric of the mean so far, NaN where there is none
     * @param model makes the model; asked only after the last epoch
     */
    public boolean epochAveraged(double train, double judged, Supplier<FactorModel> model) {
        tell(train, judged);
        boolean more = history.size() < epochs;
        if (!more) {
            best.take(epochs, judged, model.get());
        }
        return goOn(more);
    }

    private void tell(double train, double judged) {
        int epoch = history.size() + 1;
        divergence.requireFinite(epoch, trainMetric, train);
        if (!validation.absent()) {
            divergence.requireFinite(epoch, validation.metric(), judged);
        }
        listener.progress(history.add(train, judged));
    }

    /** Leaves a checkpoint if one is due. */
    private boolean goOn(boolean more) {
        listener.checkCancelled();
        if (more && checkpoints.saveIfDue(history, best)) {
            listener.checkCancelled();
        }
        return more;
    }

    /**
     * The error of an epoch whose numbers are of no use.
     *
     * @param reason what is wrong with them, as the rest of a sentence
     */
    public TrainingFailed failed(String reason) {
        return divergence.in(history.size() + 1, reason);
    }

    /**
     * @throws TrainingFailed if the best model has numbers that are not finite, which no rating held out needs to show
     */
    public TrainResult result() {
        FactorModel model = best.atEnd();
        if (!model.finite()) {
            throw divergence.in(best.epoch(), "not all numbers of its model are finite");
        }
        return new TrainResult(model, history.epochs(), best.epoch(), null);
    }
}
