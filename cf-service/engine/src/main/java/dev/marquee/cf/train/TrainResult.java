package dev.marquee.cf.train;

import dev.marquee.cf.model.FactorModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a training.
 *
 * @param model as of the epoch with the best validation RMSE, or of the last one where nothing was held out
 * @param history one entry for each epoch that was run
 * @param bestEpoch the epoch of the model, from 1
 * @param placement where it was trained; {@code null} where a trainer was called directly
 * @param note what was found on the way, as sentences; {@code null}: nothing that the figures do not say
 * @param apart how many of the first epochs were of other models, so that their figures are no course with the rest
 */
public record TrainResult(FactorModel model, List<TrainProgress> history, int bestEpoch,
        @Nullable Placement placement, @Nullable String note, int apart) {
    public TrainResult {
        history = List.copyOf(history);
    }

    public TrainResult(FactorModel model, List<TrainProgress> history, int bestEpoch, @Nullable Placement placement) {
        this(model, history, bestEpoch, placement, null, 0);
    }

    TrainResult with(FactorModel another) {
        return new TrainResult(another, history, bestEpoch, placement, note, apart);
    }

    public TrainResult on(Placement where) {
        return new TrainResult(model, history, bestEpoch, where, note, apart);
    }

    public TrainResult noting(String found) {
        return new TrainResult(model, history, bestEpoch, placement, found, apart);
    }

    /** The same, with so many of the first epochs apart. */
    public TrainResult apart(int epochs) {
        return new TrainResult(model, history, bestEpoch, placement, note, epochs);
    }
}
