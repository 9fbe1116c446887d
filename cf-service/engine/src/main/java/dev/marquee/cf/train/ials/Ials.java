package dev.marquee.cf.train.ials;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.Role;
import dev.marquee.cf.train.Trainer;
import java.util.Set;

/**
 * Matrix factorisation for ranking on implicit feedback; see {@link IalsTrainer}.
 */
public final class Ials implements Algorithm<IalsOptions> {

    @Override
    public String id() {
        return "ials";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.RANKING);
    }

    @Override
    public IalsOptions defaults() {
        return IalsOptions.DEFAULTS;
    }

    @Override
    public Trainer<IalsOptions> trainer() {
        return new IalsTrainer();
    }

    @Override
    public IalsOptions forEpochs(IalsOptions options, int epochs) {
        return options.forEpochs(epochs);
    }

    @Override
    public Folding folding(FactorModel model, IalsOptions options) {
        return new ImplicitFoldIn(model, options);
    }
}
