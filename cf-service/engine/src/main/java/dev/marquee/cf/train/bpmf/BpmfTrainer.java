package dev.marquee.cf.train.bpmf;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.solve.Penalty;
import dev.marquee.cf.train.solve.RowSolver;
import dev.marquee.cf.train.support.Course;
import dev.marquee.cf.train.support.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Bayesian probabilistic matrix factorisation by Gibbs sampling (Salakhutdinov and Mnih 2008): not the most likely
 * factors are looked for, but many draws from all likely ones, and their predictions are averaged. Nothing is
 * regularised by hand; how far users, movies and ratings scatter is drawn with the rest. What rows are expected to be
 * follows from who rated what, on both sides, as in SVD++ (Koren 2008; Rendle et al. 2019), by the regression of Macau
 * (Simm et al. 2015). Where times are known, what a user's ratings of one sitting have in common is drawn, too
 * ({@link GibbsSittings}).
 *
 * <p>
 * The model holds the mean of the predictions of all samples after the burn-in ({@link PosteriorMean}) and how far they
 * lie from each other ({@link PosteriorSpread}); the validation figure told after a sweep is that of the mean so far,
 * and the last sweep's model is the one that is kept. Each row draws from a generator of its own, so the model does not
 * depend on the number of threads. Thread-safe.
 */
final class BpmfTrainer implements Trainer<BpmfOptions> {
    /**
     * For newcomers: the penalty under which users of MovieLens 1M whom the training had not seen were predicted best
     * from four fifths of their ratings.
     */
    static final Penalty FOLD_IN = new Penalty(0.8, 0.5, 2, 0);

    private final Algorithm<?> start;

    /** @param start see {@link Bpmf#Bpmf} */
    BpmfTrainer(Algorithm<?> start) {
        this.start = start;
    }

    @Override
    public TrainResult train(RatingMatrix train, @Nullable HeldOut validation, BpmfOptions options,
            TrainListener listener) {
        Trainer.requireRatings(train);
        Course course = new Course(validation, options.sweeps(), 0, listener,
                "There is no regularization to change here; look for ratings that are far out of range.");
        try (Workers workers = new Workers(options.workers(), listener)) {
            new GibbsChain(train, validation, options, workers, course).run(start, listener);
        } catch (RowSolver.Unsolvable e) {
            throw course.failed(e.getMessage());
        }
        return course.result();
    }
}
