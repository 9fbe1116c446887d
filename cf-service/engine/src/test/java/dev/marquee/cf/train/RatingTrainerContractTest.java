package dev.marquee.cf.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.measure.RatingErrors;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.common.error.TrainingFailed;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Trainer} of stars keeps; see {@link RatingErrors} for what it is measured by.
 *
 * @param <O> the trainer's options
 */
public abstract class RatingTrainerContractTest<O extends TrainOptions> extends TrainerContractTest<O> {

    @Override
    protected void assertLearnt(FactorModel model, Split split, String where) {
        double spread = RatingErrors.of(constant(split.train()), split.heldOut()).rmse();
        double rmse = RatingErrors.of(model, split.heldOut()).rmse();
        assertTrue(rmse < 0.9 * spread, where + ": RMSE " + rmse + ", of the mean alone " + spread);
    }

    private static FactorModel constant(RatingMatrix ratings) {
        return new FactorModel(ratings.users(), ratings.movies(), 1, (float) ratings.mean(), 1, 5,
                new float[ratings.users().size()], new float[ratings.movies().size()],
                new float[ratings.users().size()], new float[ratings.movies().size()]);
    }

    @Override
    protected double judged(FactorModel model, Split split) {
        return RatingErrors.of(model, split.heldOut()).rmse();
    }

    @Override
    protected void assertMakesSense(FactorModel model) {
        assertTrue(model.predict(1L, 1L) > model.predict(1L, 2L));
        for (long user = 1; user <= 3; user++) {
            for (long movie = 1; movie <= 2; movie++) {
                assertTrue(model.predict(user, movie) >= 1 && model.predict(user, movie) <= 5);
            }
        }
    }

    @Test
    void learnsMoreThanBiases() {
        Split split = Split.random(LowRankRatings.of(300, 200, 0.3, 1), 0.1, 1);
        FactorModel model = trainer().train(split.train(), split.heldOut(), options(8, 30, 3, 2, 1), TrainListener.NONE)
                .model();
        double rmse = RatingErrors.of(model, split.heldOut()).rmse();
        double biasesOnly = RatingErrors.of(withoutFactors(model), split.heldOut()).rmse();
        assertTrue(rmse < 0.6 * biasesOnly, "RMSE " + rmse + ", without factors " + biasesOnly);
        assertTrue(rmse < 0.5, "RMSE " + rmse);
    }

    private static FactorModel withoutFactors(FactorModel model) {
        return new FactorModel(model.users(), model.movies(), 1, model.mean(), model.minRating(), model.maxRating(),
                model.allUserBiases(), model.allMovieBiases(), new float[model.users().size()],
                new float[model.movies().size()]);
    }

    /** What SGD meets before a step is a little larger, and so is what one sample of a chain leaves. */
    @Test
    void theErrorThatIsToldIsThatOnTheTrainingRatings() {
        RatingMatrix ratings = LowRankRatings.of(60, 50, 0.4, 3);
        TrainResult result = trainer().train(ratings, null, options(5, 25, 0, 2, 1), TrainListener.NONE);
        double squares = 0;
        for (int user = 0; user < ratings.users().size(); user++) {
            for (int movie = 0; movie < ratings.movies().size(); movie++) {
                float rating = ratings.rating(user, movie);
                squares += Float.isNaN(rating) ? 0 : Math.pow(rating - result.model().predict(user, movie), 2);
            }
        }
        double told = result.history().getLast().train();
        assertEquals(1, told / Math.sqrt(squares / ratings.size()), 0.4, "told " + told);
    }

    @Test
    void aConstantMatrixPredictsItsConstant() {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        for (int cell = 0; cell < 200; cell++) {
            builder.add(cell / 10, cell % 10, 4, 0);
        }
        FactorModel model = trainer().train(builder.build(), null, options(5, 10, 0, 2, 1), TrainListener.NONE).model();
        assertFinite(model, "constant");
        assertEquals(4, model.predict(3L, 4L), 0.05);
    }

    @Test
    void aSingleRatingIsPredicted() {
        RatingMatrix one = RatingMatrix.builder().add(1, 1, 3, 0).build();
        FactorModel single = trainer().train(one, null, options(8, 3, 0, 4, 1), TrainListener.NONE).model();
        assertEquals(3, single.predict(1L, 1L), 0.2);
    }

    @Test
    void numbersThatOverflowEndTheTrainingWithEpochAndAdvice() {
        RatingMatrix huge = RatingMatrix.builder().add(1, 1, 3e37f, 0).add(1, 2, -3e37f, 0).add(2, 1, -3e37f, 0)
                .add(2, 2, 3e37f, 0).build();
        String message = assertThrows(TrainingFailed.class,
                () -> trainer().train(huge, null, options(6, 50, 0, 1, 1), TrainListener.NONE)).getMessage();
        assertTrue(message.contains("epoch 1") && message.contains("regularization"), message);
    }
}
