package dev.marquee.cf.train.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.AnyTrainerContractTest;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.Trainer;
import org.junit.jupiter.api.Test;

class PopularTrainerTest extends AnyTrainerContractTest<PopularOptions> {
    /** Movie 1: twenty times 3 stars; movie 2: ten times 5; movie 3: once 5; movie 4: ten times 1. */
    private static final RatingMatrix RATINGS = ratings();

    private static RatingMatrix ratings() {
        RatingMatrixBuilder builder = RatingMatrix.builder().add(100, 3, 5, 0);
        for (int user = 0; user < 20; user++) {
            builder.add(user, 1, 3, 0);
            if (user < 10) {
                builder.add(user, 2, 5, 0).add(user, 4, 1, 0);
            }
        }
        return builder.build();
    }

    @Override
    protected Trainer<PopularOptions> trainer() {
        return new PopularTrainer();
    }

    @Override
    protected PopularOptions options(int factors, int epochs, int patience, int threads, long seed) {
        return new PopularOptions(10, 1);
    }

    private FactorModel model(double damping, double confidence) {
        return trainer().train(RATINGS, null, new PopularOptions(damping, confidence), TrainListener.NONE).model();
    }

    @Test
    void dampingDrawsFewRatingsToZero() {
        assertArrayEquals(new float[]{0.5f, 1, 1, 0}, model(0, 1).allMovieBiases());
        assertArrayEquals(new float[]{10f / 30, 10f / 20, 1f / 11, 0}, model(10, 1).allMovieBiases(), 1e-6f);
    }

    /** Of the likes 0.5 and 1 that the ratings of the three movies stand for, each movie's score leaves something. */
    @Test
    void theErrorThatIsToldWeighsWhatTheScoresLeave() {
        double errors = 10 * sq(1 - 10.0 / 30) + 10 * sq(1 - 10.0 / 20) + sq(1 - 1.0 / 11);
        double told = trainer().train(RATINGS, null, new PopularOptions(10, 1), TrainListener.NONE).history().getLast()
                .train();
        assertEquals(Math.sqrt(errors / 21), told, 1e-6);
    }

    private static double sq(double number) {
        return number * number;
    }

    /** Whatever the damping: n / (n + damping) grows with n, by more than a float can miss. */
    @Test
    void withoutConfidenceOnlyTheNumberCounts() {
        for (double damping : new double[]{10, PopularOptions.DEFAULTS.damping(), 1e6}) {
            float[] scores = model(damping, 0).allMovieBiases();
            assertTrue(scores[0] > scores[1] && scores[1] == scores[3] && scores[3] > scores[2]);
        }
        int most = 250_000; // more than any movie of MovieLens 32M has
        for (int n = 1; n < most; n++) {
            assertTrue(score(n + 1) > score(n), n + " ratings");
        }
    }

    private static float score(int ratings) {
        return (float) (ratings / (ratings + PopularOptions.DEFAULTS.damping()));
    }

    @Test
    void newcomersAreTreatedAsTheOthers() {
        FactorModel model = model(10, 1);
        Folding folding = new Popular().folding(model, new PopularOptions(10, 1));
        float[] fives = {5, 5, 5, 5, 5, 5, 5, 5, 5, 5};
        assertEquals(0.5f, folding.movie(new long[]{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, fives).bias());
        assertArrayEquals(new float[1], folding.user(new long[]{2}, new float[]{5}).factors());
    }
}
