package dev.marquee.cf.train.sgd;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.prior.ImplicitPrior;
import dev.marquee.cf.train.prior.ImplicitPriors;
import dev.marquee.cf.train.support.Course;
import dev.marquee.cf.train.support.RunningState;
import dev.marquee.cf.train.support.Workers;
import dev.marquee.common.kernel.Kernels;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Biased matrix factorisation by stochastic gradient descent on all cores (Koren, Bell, Volinsky 2009), over
 * conflict-free blocks ({@link SgdBlocks}), with a learning rate of its own for each user and movie that falls with the
 * gradients it has met (the reduced per-coordinate schedule of Chin et al. 2015, after Adagrad). Rows are drawn to
 * where their implicit features expect them ({@link ImplicitPrior}), which are fitted anew after each epoch.
 *
 * <p>
 * The model depends on the seed and the number of threads, and on nothing else. Thread-safe.
 */
final class SgdTrainer implements Trainer<SgdOptions> {
    private final SgdKernel kernel = Kernels.vectorApiPresent() ? new PanamaSgdKernel() : new ScalarSgdKernel();

    @Override
    public TrainResult train(RatingMatrix train, @Nullable HeldOut validation, SgdOptions options,
            TrainListener listener) {
        Trainer.requireRatings(train);
        Course course = course(validation, options, listener);
        int threads = Math.max(1, Math.min(options.workers(), Math.min(train.users().size(), train.movies().size())));
        SplittableRandom random = new SplittableRandom(options.seed());
        int rowBytes = Float.BYTES * SgdRows.stride(options.factors(), options.implicitRegularization() > 0);
        try (Workers workers = new Workers(threads, listener)) {
            SgdBlocks blocks = new SgdBlocks(train, workers, rowBytes, random);
            SgdRows users = SgdRows.random(train.byUser(), blocks.layout.userAt, options, random, workers);
            SgdRows movies = SgdRows.random(train.byMovie(), blocks.layout.movieAt, options, random, workers);
            SgdPass pass = new SgdPass(kernel, blocks, users, movies, (float) train.mean(),
                    (float) options.learningRate());
            ImplicitPriors priors = new ImplicitPriors(train, options.factors(), options.penalty(),
                    options.implicitRegularization());
            RunningState state = priors.addTo(movies.addTo(users.addTo(new RunningState(), "user"), "movie"));
            if (course.begin(state, () -> priors.addTo(model(train, options, users, movies))) > 0) {
                priors.restoreMeans(workers);
                expect(priors, users, movies);
            }
            boolean more = true;
            while (more) {
                double squares = pass.epoch(workers);
                if (priors.present()) {
                    priors.fitUsers(users.factors(), workers);
                    priors.fitMovies(movies.factors(), workers);
                    expect(priors, users, movies);
                }
                more = course.epochDone(Math.sqrt(squares / train.size()),
                        () -> priors.addTo(model(train, options, users, movies)));
            }
        }
        return course.result();
    }

    static Course course(@Nullable HeldOut validation, SgdOptions options, TrainListener listener) {
        return new Course(validation, options.epochs(), options.patience(), listener,
                "Lower learningRate (now " + options.learningRate() + ") or raise regularization (now "
                        + options.regularization() + ").");
    }

    private static void expect(ImplicitPriors priors, SgdRows users, SgdRows movies) {
        float[] userMeans = priors.userMeans();
        float[] movieMeans = priors.movieMeans();
        if (userMeans != null && movieMeans != null) {
            users.expect(userMeans);
            movies.expect(movieMeans);
        }
    }

    private static FactorModel model(RatingMatrix train, SgdOptions options, SgdRows users, SgdRows movies) {
        return new FactorModel(train.users(), train.movies(), options.factors(), (float) train.mean(),
                train.minRating(), train.maxRating(), users.biases(), movies.biases(), users.factors(),
                movies.factors());
    }
}
