package dev.marquee.cf.train.lists;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.Role;
import dev.marquee.cf.train.Trainer;
import java.util.Map;
import java.util.Set;

/**
 * A ranking model with a final score; see {@link ListsTrainer}.
 */
public final class Lists implements Algorithm<ListsOptions> {
    private final Algorithm<?> ranking;
    private final Algorithm<?> stars;

    /**
     * @param ranking finds the factors; has the options {@code factors}, {@code iterations}, {@code patience},
     *            {@code seed} and {@code threads}
     * @param stars finds what stars movies get; has {@code factors}, {@code iterations}, {@code regularization},
     *            {@code implicitRegularization}, {@code seed} and {@code threads}
     */
    public Lists(Algorithm<?> ranking, Algorithm<?> stars) {
        this.ranking = ranking;
        this.stars = stars;
    }

    @Override
    public String id() {
        return "lists";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.RANKING);
    }

    @Override
    public ListsOptions defaults() {
        return ListsOptions.DEFAULTS;
    }

    @Override
    public Trainer<ListsOptions> trainer() {
        return new ListsTrainer(this::ranking, this::stars);
    }

    private Estimator<?> ranking(ListsOptions options) {
        return ranking.estimator().with(Map.of("factors", options.factors(), "iterations", options.iterations(),
                "patience", options.patience(), "seed", options.seed(), "threads", options.threads()));
    }

    /** Without implicit features: users are folded in for each list, by what they rated and how alone. */
    private Estimator<?> stars(ListsOptions options) {
        return stars.estimator().with(Map.of("factors", 16, "iterations", 8, "implicitRegularization", 0,
                "regularization", 1.4, "seed", options.seed(), "threads", options.threads()));
    }

    @Override
    public boolean usesContent() {
        return true;
    }

    @Override
    public ListsOptions forEpochs(ListsOptions options, int epochs) {
        return options.forEpochs(epochs);
    }

    @Override
    public Folding folding(FactorModel model, ListsOptions options) {
        return ranking(options).folding(model);
    }
}
