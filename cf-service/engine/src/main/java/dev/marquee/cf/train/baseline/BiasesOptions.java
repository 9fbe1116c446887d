package dev.marquee.cf.train.baseline;

import dev.marquee.cf.train.TrainOptions;
import dev.marquee.cf.train.solve.Penalty;

/**
 * Settings of {@link BiasesTrainer}.
 *
 * @param epochs times that all movies and all users are solved, at most; 1 to 200
 * @param regularization λ, as if each user and each movie had so many more ratings without a deviation; more than 0, at
 *            most 1000
 * @param patience epochs without a better validation RMSE before the training stops; 0: never stops early
 */
public record BiasesOptions(int epochs, double regularization, int patience) implements BaselineOptions {

    /** Tuned on validation splits of the base files of MovieLens 100K. */
    public static final BiasesOptions DEFAULTS = new BiasesOptions(10, 3, 2);

    public BiasesOptions {
        TrainOptions.requireRange("epochs", epochs, 1, 200);
        TrainOptions.requireRange("regularization", regularization, 1e-6, 1000);
        TrainOptions.requireRange("patience", patience, 0, 200);
    }

    /** For folding users and movies in by the same solve. */
    public Penalty penalty() {
        return new Penalty(regularization, 0, regularization, 0);
    }
}
