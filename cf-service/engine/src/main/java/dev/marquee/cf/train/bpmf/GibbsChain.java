package dev.marquee.cf.train.bpmf;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.ImplicitFeatures;
import dev.marquee.cf.model.Uncertainty;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.prior.ImplicitPrior;
import dev.marquee.cf.train.support.Course;
import dev.marquee.cf.train.support.RunningState;
import dev.marquee.cf.train.support.Workers;
import dev.marquee.common.kernel.Kernels;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One training of {@link BpmfTrainer}: draws in turns users, movies, what is believed of them, and the noise, each
 * given all the others. Not thread-safe.
 */
final class GibbsChain {
    private static final int ROWS_AT_ONCE = 64;
    /** Steps of the regression that gives the model its implicit features. */
    private static final int FEATURE_STEPS = 20;
    /** λ of that regression, about what is drawn for the data of MovieLens. */
    private static final float FEATURE_PENALTY = 2;

    private final RatingMatrix train;
    private final BpmfOptions options;
    private final Workers workers;
    private final Course course;
    private final GibbsSide users;
    private final GibbsSide movies;
    private final RatingNoise noise;
    private final @Nullable GibbsSittings sittings;
    private final PosteriorMean posterior;
    private final PosteriorSpread spread;
    private final RunningPredictions heldOut;

    GibbsChain(RatingMatrix train, @Nullable HeldOut validation, BpmfOptions options, Workers workers,
            Course course) {
        this.train = train;
        this.options = options;
        this.workers = workers;
        this.course = course;
        this.users = new GibbsSide(Draws.USERS, train.byUser(), train.byMovie(), options);
        workers.checkCancelled();
        this.movies = new GibbsSide(Draws.MOVIES, train.byMovie(), train.byUser(), options);
        workers.checkCancelled();
        this.noise = new RatingNoise(train, options.seed());
        this.sittings = options.sittings() && train.hasTimes()
                ? new GibbsSittings(train, options.seed(), workers::checkCancelled)
                : null;
        workers.checkCancelled();
        this.posterior = new PosteriorMean(train, options);
        workers.checkCancelled();
        this.spread = new PosteriorSpread(train, options.seed());
        workers.checkCancelled();
        this.heldOut = new RunningPredictions(train, validation);
    }

    /** @param start finds the factors that it begins at */
    void run(Algorithm<?> start, TrainListener listener) {
        int done = course.begin(state(), this::model);
        if (done == 0) {
            new GibbsStart(start, train, options, listener, workers, course).at(users, movies);
        } else {
            users.restoreMeans(workers);
            movies.restoreMeans(workers);
            if (sittings != null) {
                sittings.restore();
            }
        }
        boolean more = true;
        for (int sweep = done; more; sweep++) {
            double[] squares = sweep(sweep);
            int before = Math.max(0, sweep - options.burnIn());
            heldOut.add(users, movies, sittings, before);
            if (sweep >= options.burnIn()) {
                keep(before + 1);
            }
            more = course.epochAveraged(Math.sqrt(Arrays.stream(squares).sum() / train.size()), heldOut.rmse(),
                    this::model);
        }
    }

    private RunningState state() {
        RunningState state = heldOut
                .addTo(spread.addTo(posterior.addTo(noise.addTo(movies.addTo(users.addTo(new RunningState()))))));
        return sittings == null ? state : sittings.addTo(state);
    }

    /** @param samples how many there are with this one */
    private void keep(int samples) {
        noise.keep();
        if (sittings != null) {
            sittings.keep(workers);
        }
        spread.add(users, movies, options.factors(), samples, workers);
        posterior.add(users, movies, workers);
    }

    /** @return the sum of the squared errors of each user's ratings */
    private double[] sweep(int sweep) {
        float mean = (float) train.mean();
        users.drawRows(sweep, movies.values(), mean, sittings, noise.precisions(), workers);
        users.drawBelief(sweep, workers);
        movies.drawRows(sweep, users.values(), mean, sittings, noise.precisions(), workers);
        movies.drawBelief(sweep, workers);
        double[] squares = squaredErrors(sweep);
        noise.draw(sweep, squares);
        return squares;
    }

    /** The sum of the squared errors of each user's ratings, once their sittings are drawn. */
    private double[] squaredErrors(int sweep) {
        Csr byUser = train.byUser();
        double[] errors = new double[byUser.rows()];
        workers.chunks(byUser.rows(), ROWS_AT_ONCE, (from, to) -> {
            GibbsSittings.Row row = sittings == null ? null : sittings.new Row();
            for (int user = from; user < to; user++) {
                double[] residuals = residuals(user);
                errors[user] = row == null
                        ? squares(residuals)
                        : row.draw(sweep, user, residuals, noise.precisions()[user]);
            }
        });
        if (sittings != null) {
            sittings.drawPrecisions(sweep);
        }
        return errors;
    }

    private static double squares(double[] residuals) {
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        return sum;
    }

    /** The user's ratings less what the factors make of them. */
    private double[] residuals(int user) {
        Csr byUser = train.byUser();
        int factors = options.factors();
        double[] residuals = new double[byUser.length(user)];
        for (int i = 0; i < residuals.length; i++) {
            int position = byUser.start(user) + i;
            residuals[i] = byUser.value(position) - train.mean() - Kernels.get().dot(users.values(), user * factors,
                    movies.values(), byUser.index(position) * factors, factors);
        }
        return residuals;
    }

    private FactorModel model() {
        int samples = options.sweeps() - options.burnIn();
        double[] variances = noise.variances(samples);
        FactorModel model = timed(posterior.model(samples, workers), samples)
                .with(uncertainty(variances, samples));
        return options.implicit() ? model.with(features(model)) : model;
    }

    private FactorModel timed(FactorModel model, int samples) {
        return sittings == null ? model : new TimedModel(model, train, sittings.mean(samples), workers).model();
    }

    /**
     * What of the users' noise goes beyond the lowest there is counts to what is not known of them, as does what a time
     * would tell.
     */
    private Uncertainty uncertainty(double[] variances, int samples) {
        double lowest = Arrays.stream(variances).min().orElse(0);
        float[] ofUsers = new float[train.users().size()];
        float[] ofMovies = new float[train.movies().size()];
        spread.fit(samples, ofUsers, ofMovies);
        if (sittings != null) {
            double[] ofTimes = sittings.variances(samples);
            for (int user = 0; user < ofUsers.length; user++) {
                ofUsers[user] += (float) ofTimes[user];
            }
        }
        for (int user = 0; user < ofUsers.length; user++) {
            ofUsers[user] += (float) (variances[user] - lowest);
        }
        return new Uncertainty((float) Math.sqrt(lowest), ofUsers, ofMovies);
    }

    /** The features that explain the factors of the mean, for those who are folded in. */
    private ImplicitFeatures features(FactorModel model) {
        return ImplicitFeatures.of(model.factors(), features(train.byUser(), train.byMovie(), model.allUserFactors()),
                features(train.byMovie(), train.byUser(), model.allMovieFactors()));
    }

    private float[] features(Csr rows, Csr columns, float[] factorsOfRows) {
        ImplicitPrior regression = new ImplicitPrior(rows, columns, ImplicitPrior.present(rows), options.meanFactors(),
                true);
        float[] penalties = new float[options.meanFactors()];
        Arrays.fill(penalties, FEATURE_PENALTY);
        regression.fit(factorsOfRows, penalties, null, FEATURE_STEPS, workers);
        return regression.features();
    }
}
