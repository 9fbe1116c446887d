package dev.marquee.cf.train.baseline;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.Role;
import dev.marquee.cf.train.Trainer;
import java.util.Set;

/**
 * The same list for all; see {@link PopularTrainer}.
 */
public final class Popular implements Algorithm<PopularOptions> {

    @Override
    public String id() {
        return "popular";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.RANKING);
    }

    @Override
    public PopularOptions defaults() {
        return PopularOptions.DEFAULTS;
    }

    @Override
    public Trainer<PopularOptions> trainer() {
        return new PopularTrainer();
    }

    @Override
    public PopularOptions forEpochs(PopularOptions options, int epochs) {
        return options;
    }

    @Override
    public Folding folding(FactorModel model, PopularOptions options) {
        return PopularTrainer.folding(model, options);
    }
}
