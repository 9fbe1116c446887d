package dev.marquee.cf.train.baseline;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.support.Course;
import dev.marquee.cf.train.support.RunningState;
import dev.marquee.cf.train.support.Workers;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Predicts μ + b_u + b_i: how much better than the mean a movie is rated, and how generous a user is, both damped (the
 * baseline predictors of Koren, Bell, Volinsky 2009). The biases minimise Σ (r - μ - b_u - b_i)² + λ (Σ b_u² + Σ b_i²);
 * movies and users are solved in turns, which converges within a few rounds. Thread-safe.
 */
final class BiasesTrainer implements Trainer<BiasesOptions> {

    @Override
    public TrainResult train(RatingMatrix train, @Nullable HeldOut validation, BiasesOptions options,
            TrainListener listener) {
        Trainer.requireRatings(train);
        Course course = new Course(validation, options.epochs(), options.patience(), listener,
                "Raise regularization (now " + options.regularization() + ").");
        float[] users = new float[train.users().size()];
        float[] movies = new float[train.movies().size()];
        Supplier<FactorModel> model = () -> Baselines.model(train, train.mean(), users.clone(), movies.clone());
        course.begin(new RunningState().floats("userBiases", users).floats("movieBiases", movies), model);
        try (Workers workers = new Workers(options.workers(), listener)) {
            boolean more = true;
            while (more) {
                solve(train.byMovie(), train.mean(), movies, users, options, workers);
                solve(train.byUser(), train.mean(), users, movies, options, workers);
                more = course.epochDone(rmse(train, users, movies, workers), model);
            }
        }
        return course.result();
    }

    private static void solve(Csr ratings, double mean, float[] biases, float[] others, BiasesOptions options,
            Workers workers) {
        for (int row = 0; row < ratings.rows(); row++) {
            workers.checkCancelled();
            double sum = 0;
            for (int position = ratings.start(row); position < ratings.end(row); position++) {
                sum += ratings.value(position) - mean - others[ratings.index(position)];
            }
            biases[row] = (float) (sum / (ratings.length(row) + options.regularization()));
        }
    }

    private static double rmse(RatingMatrix train, float[] users, float[] movies, Workers workers) {
        Csr byUser = train.byUser();
        double squares = 0;
        for (int user = 0; user < byUser.rows(); user++) {
            workers.checkCancelled();
            for (int position = byUser.start(user); position < byUser.end(user); position++) {
                double error = byUser.value(position) - train.mean() - users[user] - movies[byUser.index(position)];
                squares += error * error;
            }
        }
        return Math.sqrt(squares / train.size());
    }
}
