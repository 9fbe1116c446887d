package dev.marquee.cf.train.ials;

import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.MovieVector;
import dev.marquee.cf.model.UserVector;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.solve.GramMatrix;
import dev.marquee.cf.train.solve.RowSolver;
import dev.marquee.cf.train.support.Confidence;
import dev.marquee.cf.train.support.Workers;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.id.IdMap;
import org.jspecify.annotations.Nullable;

/**
 * Folds users and movies into a model of {@link IalsTrainer}, by the same solve of one row as in the training. The Gram
 * matrix of the fixed side is computed once, when it is first needed; after that a user costs as much as the user's own
 * ratings and one k×k decomposition. Thread-safe.
 */
final class ImplicitFoldIn implements Folding {
    private final FactorModel model;
    private final IalsOptions options;
    private final Confidence confidence;
    private volatile @Nullable GramMatrix movies;
    private volatile @Nullable GramMatrix users;

    /** @param options those of the model's training */
    ImplicitFoldIn(FactorModel model, IalsOptions options) {
        this.model = model;
        this.options = options;
        this.confidence = new Confidence(model.minRating(), model.maxRating(), options.confidence());
    }

    @Override
    public UserVector user(long[] movieIds, float[] ratings) {
        Folding.requireRatings("movies", movieIds, ratings);
        if (movies == null) {
            movies = gram(model.allMovieFactors());
        }
        return new UserVector(0, solve(movies, model.movies(), model::copyMovieFactors, movieIds, ratings));
    }

    @Override
    public MovieVector movie(long[] userIds, float[] ratings) {
        Folding.requireRatings("users", userIds, ratings);
        if (users == null) {
            users = gram(model.allUserFactors());
        }
        return new MovieVector(0, solve(users, model.users(), model::copyUserFactors, userIds, ratings));
    }

    /** Done twice where two ask first at the same moment; both get the same. */
    private GramMatrix gram(float[] rows) {
        try (Workers one = new Workers(1, TrainListener.NONE)) {
            return GramMatrix.of(rows, model.factors(), one);
        }
    }

    /** Copies a row of the fixed side to a place in an array. */
    private interface Rows {
        void copy(int row, float[] target, int at);
    }

    private float[] solve(GramMatrix gram, IdMap ids, Rows rows, long[] given, float[] ratings) {
        ImplicitRowSolver solver = new ImplicitRowSolver(gram, options.unobservedWeight());
        float[] factors = new float[model.factors()];
        int known = 0;
        solver.begin();
        for (int i = 0; i < given.length; i++) {
            int row = ids.indexOf(given[i]);
            if (row >= 0) {
                rows.copy(row, factors, 0);
                solver.add(factors, 0, confidence.of(ratings[i]));
                known++;
            }
        }
        if (known == 0) {
            return new float[model.factors()];
        }
        try {
            solver.solve(options.lambda(known, ids.size()), factors, 0);
        } catch (RowSolver.Unsolvable e) {
            throw new InvalidRequest("ratings", "cannot be folded into the model: its factors are too large");
        }
        return factors;
    }
}
