package dev.marquee.cf.train.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.measure.RatingErrors;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.testing.Rows;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.AnyTrainerContractTest;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import org.junit.jupiter.api.Test;

class BiasesTrainerTest extends AnyTrainerContractTest<BiasesOptions> {

    @Override
    protected Trainer<BiasesOptions> trainer() {
        return new BiasesTrainer();
    }

    @Override
    protected BiasesOptions options(int factors, int epochs, int patience, int threads, long seed) {
        return new BiasesOptions(epochs, 3, patience);
    }

    /** At the minimum each gradient is zero: λ b equals the sum of what is left of the row's ratings. */
    @Test
    void theBiasesAreThoseOfTheRidgeRegression() {
        RatingMatrix ratings = LowRankRatings.of(70, 50, 0.3, 9);
        FactorModel model = trainer().train(ratings, null, options(1, 100, 0, 1, 1), TrainListener.NONE).model();
        for (int movie = 0; movie < ratings.movies().size(); movie++) {
            double left = -3 * model.movieBias(movie);
            Csr byMovie = ratings.byMovie();
            for (int position = byMovie.start(movie); position < byMovie.end(movie); position++) {
                left += byMovie.value(position) - ratings.mean() - model.movieBias(movie)
                        - model.userBias(byMovie.index(position));
            }
            assertEquals(0, left, 1e-4, "movie " + movie);
        }
    }

    @Test
    void theErrorThatIsToldIsThatOfTheModelOnWhatItWasTrainedOn() {
        RatingMatrix ratings = LowRankRatings.of(70, 50, 0.3, 9);
        TrainResult result = trainer().train(ratings, null, options(1, 3, 0, 1, 1), TrainListener.NONE);
        double squares = 0;
        for (int user = 0; user < ratings.users().size(); user++) {
            for (int movie = 0; movie < ratings.movies().size(); movie++) {
                double error = ratings.rating(user, movie) - ratings.mean() - result.model().userBias(user)
                        - result.model().movieBias(movie);
                squares += Double.isNaN(error) ? 0 : error * error;
            }
        }
        assertEquals(Math.sqrt(squares / ratings.size()), result.history().getLast().train(), 1e-6);
    }

    @Test
    void biasesPredictBetterThanTheMean() {
        Split split = Split.random(LowRankRatings.of(200, 150, 0.3, 1), 0.1, 1);
        double biases = rmse(new Biases(), split);
        double mean = rmse(new Mean(), split);
        assertTrue(biases < 0.95 * mean, "biases " + biases + ", mean " + mean);
    }

    private static double rmse(Algorithm<?> algorithm, Split split) {
        FactorModel model = algorithm.estimator().train(split.train(), null, TrainListener.NONE).model();
        return RatingErrors.of(model, split.heldOut()).rmse();
    }

    @Test
    void whoIsFoldedInGetsTheBiasThatTheTrainingFound() {
        RatingMatrix ratings = LowRankRatings.of(70, 50, 0.3, 9);
        BiasesOptions options = options(1, 100, 0, 1, 1);
        FactorModel model = trainer().train(ratings, null, options, TrainListener.NONE).model();
        Folding folding = new Biases().folding(model, options);
        for (int user = 0; user < ratings.users().size(); user++) {
            assertEquals(model.userBias(user), folding.user(Rows.ids(ratings.movies().ids(), ratings.byUser(), user),
                    Rows.values(ratings.byUser(), user)).bias(), 1e-4);
        }
    }
}
