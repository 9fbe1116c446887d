package dev.marquee.cf.train.hybrid;

import dev.marquee.cf.boost.TreeLibrary;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.Role;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.solve.FoldIn;
import dev.marquee.cf.train.solve.Penalty;
import dev.marquee.common.error.InvalidRequest;
import java.util.List;
import java.util.Set;

/**
 * Several factorisations and what is known besides, joined by boosted trees; see {@link HybridTrainer}.
 */
public final class Hybrid implements Algorithm<HybridOptions> {
    /** That of {@code als} and {@code sgd}, as rows of parts side by side weigh like those of one. */
    private static final Penalty FOLD_IN = new Penalty(1.8, 0.5, 4, 0);

    private final List<Algorithm<?>> level;

    /** @param level those that {@link HybridOptions#models} may name */
    public Hybrid(List<Algorithm<?>> level) {
        this.level = List.copyOf(level);
    }

    @Override
    public String id() {
        return "hybrid";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.RATING);
    }

    @Override
    public HybridOptions defaults() {
        return HybridOptions.DEFAULTS;
    }

    @Override
    public Trainer<HybridOptions> trainer() {
        return new HybridTrainer(level);
    }

    @Override
    public void requireTrainable() {
        requireLibrary(TreeLibrary.get().isPresent(), TreeLibrary.problem());
    }

    static void requireLibrary(boolean loads, String problem) {
        if (!loads) {
            throw new InvalidRequest("algorithm",
                    "cannot be hybrid here. " + problem + " Or train another algorithm, such as als");
        }
    }

    @Override
    public boolean usesContent() {
        return true;
    }

    /** Its epochs are its parts: all of them are needed. */
    @Override
    public HybridOptions forEpochs(HybridOptions options, int epochs) {
        return options;
    }

    @Override
    public Folding folding(FactorModel model, HybridOptions options) {
        return folding(model);
    }

    static Folding folding(FactorModel model) {
        return FoldIn.ofTraining(model, FOLD_IN);
    }
}
