package dev.marquee.cf.bench;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.predict.KnownRatings;
import dev.marquee.cf.predict.RatingPredictor;
import dev.marquee.cf.predict.RatingPredictors;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Trains a {@code hybrid} with few sweeps and measures 1,000 of its predictions: for as many users as there are
 * predictions, drawn as often as they have ratings, and for one user each. The first argument is a folder with any
 * MovieLens release, or its ratings file.
 */
public final class PredictBenchmark {
    private static final int PREDICTIONS = 1000;
    private static final int ROUNDS = 30;

    private PredictBenchmark() {}

    public static void main(String[] args) throws IOException {
        RatingMatrix ratings = BenchData.read(Path.of(args[0]));
        TrainResult trained = Algorithms.named("hybrid").estimator().with(Map.of("sweeps", 40, "foldSweeps", 20))
                .train(ratings, null, TrainListener.NONE);
        System.out.println(trained.note());
        FactorModel model = trained.model();
        model.secondStage().ifPresent(stage -> System.out.println(stage.forest().trees() + " trees"));
        RatingPredictors predictors = RatingPredictors.of(model);
        SplittableRandom random = new SplittableRandom(1);
        double[] several = new double[ROUNDS];
        double[] one = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            several[round] = millis(predictors, model, ratings, random, 1);
            one[round] = millis(predictors, model, ratings, random, PREDICTIONS);
        }
        System.out.printf(Locale.ROOT, "%d predictions, median of %d: of as many users %.2f ms, of one %.2f ms%n",
                PREDICTIONS, ROUNDS, median(several), median(one));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** @param ofEach predictions of a user */
    private static double millis(RatingPredictors predictors, FactorModel model, RatingMatrix ratings,
            SplittableRandom random, int ofEach) {
        int[] users = new int[PREDICTIONS / ofEach];
        for (int i = 0; i < users.length; i++) {
            users[i] = ratings.byMovie().index(random.nextInt(ratings.size()));
        }
        int[] movies = random.ints(PREDICTIONS, 0, ratings.movies().size()).toArray();
        double sum = 0;
        long start = System.nanoTime();
        for (int i = 0; i < PREDICTIONS; i += ofEach) {
            int user = users[i / ofEach];
            RatingPredictor predictor = predictors.of(model.userVector(user), KnownRatings.of(ratings, user));
            for (int j = i; j < i + ofEach; j++) {
                sum += predictor.predict(movies[j], RatingPredictor.ANY_TIME);
            }
        }
        long nanos = System.nanoTime() - start;
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("no prediction");
        }
        return nanos / 1e6;
    }
}
