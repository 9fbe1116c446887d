package dev.marquee.cf.train.baseline;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.Role;
import dev.marquee.cf.train.Trainer;
import java.util.Set;

/**
 * The mean of all ratings; see {@link MeanTrainer}.
 */
public final class Mean implements Algorithm<MeanOptions> {

    @Override
    public String id() {
        return "mean";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.RATING);
    }

    @Override
    public MeanOptions defaults() {
        return MeanOptions.DEFAULTS;
    }

    @Override
    public Trainer<MeanOptions> trainer() {
        return new MeanTrainer();
    }

    @Override
    public MeanOptions forEpochs(MeanOptions options, int epochs) {
        return options;
    }

    @Override
    public Folding folding(FactorModel model, MeanOptions options) {
        return new Baselines.SameForAll(ratings -> 0);
    }
}
