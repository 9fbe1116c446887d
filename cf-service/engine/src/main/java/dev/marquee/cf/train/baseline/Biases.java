package dev.marquee.cf.train.baseline;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.Role;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.solve.FoldIn;
import java.util.Set;

/**
 * The mean and biases, no factors; see {@link BiasesTrainer}.
 */
public final class Biases implements Algorithm<BiasesOptions> {

    @Override
    public String id() {
        return "biases";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.RATING);
    }

    @Override
    public BiasesOptions defaults() {
        return BiasesOptions.DEFAULTS;
    }

    @Override
    public Trainer<BiasesOptions> trainer() {
        return new BiasesTrainer();
    }

    @Override
    public BiasesOptions forEpochs(BiasesOptions options, int epochs) {
        return new BiasesOptions(epochs, options.regularization(), 0);
    }

    @Override
    public Folding folding(FactorModel model, BiasesOptions options) {
        return FoldIn.ofTraining(model, options.penalty());
    }
}
