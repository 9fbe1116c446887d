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
    private final HeldOut validation;
    private final int epochs;
    private final int patience;
    private final TrainListener listener;
    private final String divergenceAdvice;
    private final long start = System.nanoTime();
    private final List<TrainProgress> history = new ArrayList<>();
    private FactorModel best;
    private double bestRmse = Double.POSITIVE_INFINITY;
    private int bestEpoch;

    /**
     * @param patience 0: never stop early
     * @param divergenceAdvice which option to change, and how
     */
    Progress(HeldOut validation, int epochs, int patience, TrainListener listener, String divergenceAdvice) {
        this.validation = validation == null || validation.size() == 0 ? null : validation;
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
     * @param trainRmse of this epoch
     * @param model makes a copy of the numbers as they are now; asked only where it is needed
     * @return whether another epoch is worth it
     * @throws TrainingFailed if the numbers are not finite any more
     */
    boolean epochDone(double trainRmse, Supplier<FactorModel> model) {
        int epoch = history.size() + 1;
        FactorModel now = validation == null && epoch < epochs ? null : model.get();
        double rmse = validation == null ? Double.NaN : rmse(now, validation);
        if (!Double.isFinite(trainRmse) || (validation != null && !Double.isFinite(rmse))) {
            throw failed("its RMSE is " + trainRmse);
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        TrainProgress progress = new TrainProgress(epoch, epochs, trainRmse, rmse, elapsed,
                elapsed.dividedBy(epoch).multipliedBy(epochs - epoch));
        history.add(progress);
        listener.progress(progress);
        if (validation == null || rmse < bestRmse) {
            best = now;
            bestRmse = rmse;
            bestEpoch = epoch;
        }
        checkCancelled();
        return epoch < epochs && (validation == null || patience == 0 || epoch - bestEpoch < patience);
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

    private static double rmse(FactorModel model, HeldOut ratings) {
        double sum = 0;
        for (int i = 0; i < ratings.size(); i++) {
            double error = ratings.rating(i) - model.predict(ratings.user(i), ratings.movie(i));
            sum += error * error;
        }
        return Math.sqrt(sum / ratings.size());
    }
}
