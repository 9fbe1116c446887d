package dev.marquee.cf.train.bpmf;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.Role;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.solve.FoldIn;
import java.util.Set;

/**
 * Bayesian probabilistic matrix factorisation; see {@link BpmfTrainer}.
 */
public final class Bpmf implements Algorithm<BpmfOptions> {
    private final Algorithm<?> start;

    /**
     * @param start finds the most likely factors, which sampling begins at; has the options {@code factors},
     *            {@code seed}, {@code threads} and {@code implicitRegularization}
     */
    public Bpmf(Algorithm<?> start) {
        this.start = start;
    }

    @Override
    public String id() {
        return "bpmf";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.RATING);
    }

    @Override
    public BpmfOptions defaults() {
        return BpmfOptions.DEFAULTS;
    }

    @Override
    public Trainer<BpmfOptions> trainer() {
        return new BpmfTrainer(start);
    }

    @Override
    public BpmfOptions forEpochs(BpmfOptions options, int epochs) {
        return options.forEpochs(epochs);
    }

    @Override
    public Folding folding(FactorModel model, BpmfOptions options) {
        return FoldIn.ofTraining(model, BpmfTrainer.FOLD_IN);
    }
}
