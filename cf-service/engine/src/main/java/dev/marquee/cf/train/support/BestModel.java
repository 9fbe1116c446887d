package dev.marquee.cf.train.support;

import dev.marquee.cf.model.FactorModel;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The best model of a training so far, and when to stop looking for a better one: after the last epoch, or after so
 * many without one. Where nothing is held out to judge by, each epoch is better than the one before, and a model is
 * made after the last epoch only. Used from the thread that trains.
 */
final class BestModel {
    private final Validation validation;
    private final int epochs;
    private final int patience;
    private @Nullable FactorModel model;
    private double value = Double.NaN;
    private int epoch;

    /** @param patience 0: never stop early */
    BestModel(Validation validation, int epochs, int patience) {
        this.validation = validation;
        this.epochs = epochs;
        this.patience = patience;
    }

    /**
     * Looks at an epoch.
     *
     * @param judged the validation's figure; NaN without one
     * @param now makes a copy of the model as it is now; asked only where that is needed
     */
    void offer(int number, double judged, Supplier<FactorModel> now) {
        if (validation.absent() || validation.metric().better(judged, value)) {
            take(number, judged, validation.absent() && number < epochs ? null : now.get());
        }
    }

    /**
     * Takes an epoch as the best, whatever came before.
     *
     * @param now {@code null} where nobody needs the model
     */
    void take(int number, double judged, @Nullable FactorModel now) {
        epoch = number;
        value = judged;
        model = now;
    }

    /** Whether there should be an epoch after this one. */
    boolean worthMoreThan(int number) {
        return number < epochs && (validation.absent() || patience == 0 || number - epoch < patience);
    }

    /** The epoch of the model; 0 while there is none. */
    int epoch() {
        return epoch;
    }

    /** {@code null} while there is none, or no need for one. */
    @Nullable
    FactorModel model() {
        return model;
    }

    /** The model when the training has ended. */
    FactorModel atEnd() {
        return Objects.requireNonNull(model, "no epoch was run");
    }
}
