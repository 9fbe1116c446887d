package dev.marquee.cf.train.bpmf;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.Sittings;
import dev.marquee.cf.train.solve.Penalty;
import dev.marquee.cf.train.solve.RowSolver;
import dev.marquee.cf.train.support.RowQueue;
import dev.marquee.cf.train.support.Workers;
import java.util.List;

/**
 * Makes two of one: a model whose users are known apart from their sittings, for predictions at a time, and the same
 * users with what the movies tell of their sittings, for predictions without a time: the offsets of a user's ratings
 * are regressed on the movies' factors, and the solution is added to the user's.
 *
 * @param apart the model apart from sittings
 * @param levels the mean of the samples
 */
record TimedModel(FactorModel apart, RatingMatrix train, List<SittingBins> levels, Workers workers) {
    /** Between 0.3 and 0.8 it makes no difference. */
    private static final Penalty PENALTY = new Penalty(0.8, 0.5, 1, 0);

    FactorModel model() {
        float[] biases = apart.allUserBiases();
        float[] factors = apart.allUserFactors();
        float[] movies = apart.allMovieFactors();
        Csr byUser = train.byUser();
        int k = apart.factors();
        new RowQueue(byUser).forEach(workers, () -> {
            RowSolver solver = new RowSolver(k);
            float[] more = new float[k];
            return user -> {
                biases[user] += solve(solver, user, movies, more);
                for (int f = 0; f < k; f++) {
                    factors[user * k + f] += more[f];
                }
            };
        });
        return new FactorModel(apart.users(), apart.movies(), k, apart.mean(), apart.minRating(), apart.maxRating(),
                biases, apart.allMovieBiases(), factors, movies).with(
                        new Sittings(
                                levels.stream().map(SittingBins::level).toList(), apart.allUserBiases(),
                                apart.allUserFactors()));
    }

    /** @return the bias */
    private float solve(RowSolver solver, int user, float[] movies, float[] more) {
        Csr byUser = train.byUser();
        solver.begin(movies);
        for (int position = byUser.start(user); position < byUser.end(user); position++) {
            solver.add(byUser.index(position), SittingBins.offset(levels, position));
        }
        return solver.solve(PENALTY.ofFactors(byUser.length(user)), PENALTY.ofBias(byUser.length(user)), more, 0);
    }
}
