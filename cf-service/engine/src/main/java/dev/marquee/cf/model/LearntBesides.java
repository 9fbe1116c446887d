package dev.marquee.cf.model;

import org.jspecify.annotations.Nullable;

/**
 * What a training learnt besides biases and factors; {@code null} for what it did not. Immutable.
 *
 * @param implicit what the choice of movies tells
 * @param uncertainty how sure the model is
 * @param newcomer a place for someone of whom nothing is known
 * @param secondStage what the model learnt of its own errors
 * @param sittings what the time of a rating tells
 * @param finalScore what lists are put in order by in the end
 */
record LearntBesides(@Nullable ImplicitFeatures implicit, @Nullable Uncertainty uncertainty,
        @Nullable UserVector newcomer, @Nullable SecondStage secondStage, @Nullable Sittings sittings,
        @Nullable FinalScore finalScore) {
    static final LearntBesides NOTHING = new LearntBesides(null, null, null, null, null, null);

    LearntBesides with(ImplicitFeatures features) {
        return new LearntBesides(features, uncertainty, newcomer, secondStage, sittings, finalScore);
    }

    LearntBesides with(Uncertainty known) {
        return new LearntBesides(implicit, known, newcomer, secondStage, sittings, finalScore);
    }

    LearntBesides with(UserVector place) {
        return new LearntBesides(implicit, uncertainty, place, secondStage, sittings, finalScore);
    }

    LearntBesides with(SecondStage learnt) {
        return new LearntBesides(implicit, uncertainty, newcomer, learnt, sittings, finalScore);
    }

    LearntBesides with(Sittings ofUsers) {
        return new LearntBesides(implicit, uncertainty, newcomer, secondStage, ofUsers, finalScore);
    }

    LearntBesides with(FinalScore score) {
        return new LearntBesides(implicit, uncertainty, newcomer, secondStage, sittings, score);
    }

    /** Whether all its numbers are. */
    boolean finite() {
        return (implicit == null || implicit.finite()) && (uncertainty == null || uncertainty.finite())
                && (newcomer == null || (Float.isFinite(newcomer.bias()) && FactorModel.finite(newcomer.factors())))
                && (secondStage == null || secondStage.finite()) && (sittings == null || sittings.finite())
                && (finalScore == null || finalScore.finite());
    }
}
