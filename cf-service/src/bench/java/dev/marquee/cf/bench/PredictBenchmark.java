package dev.marquee.cf.bench;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.FactorModelFormat;
import dev.marquee.cf.predict.KnownRatings;
import dev.marquee.cf.predict.RatingPredictor;
import dev.marquee.cf.predict.RatingPredictors;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Trains a {@code hybrid} with few sweeps and measures 1,000 of its predictions: for as many users as there are
 * predictions, drawn as often as they have ratings, and for one user each. The first argument is a folder with any
 * MovieLens release, or its ratings file. The second, if given, is a file that the model is kept in, so that two
 * versions of the program can be compared by the same trees.
 */
public final class PredictBenchmark {
    private static final int PREDICTIONS = 1000;
    private static final int ROUNDS = 60;

    private PredictBenchmark() {}

    public static void main(String[] args) throws IOException {
        RatingMatrix ratings = BenchData.read(Path.of(args[0]));
        FactorModel model = args.length > 1 ? kept(ratings, Path.of(args[1])) : trained(ratings);
        model.secondStage().ifPresent(stage -> System.out.println(stage.forest().trees() + " trees"));
        RatingPredictors predictors = RatingPredictors.of(model);
        SplittableRandom random = new SplittableRandom(1);
        double[] several = new double[ROUNDS];
        double[] one = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            several[round] = millis(predictors, model, ratings, random, 1);
            one[round] = millis(predictors, model, ratings, random, PREDICTIONS);
        }
        Arrays.sort(several);
        Arrays.sort(one);
        System.out.printf(Locale.ROOT, "%d predictions, median (least) of %d: of as many users %.2f (%.2f) ms,"
                + " of one %.2f (%.2f) ms%n", PREDICTIONS, ROUNDS, several[ROUNDS / 2], several[0], one[ROUNDS / 2],
                one[0]);
    }

    private static FactorModel trained(RatingMatrix ratings) {
        TrainResult trained = Algorithms.named("hybrid").estimator().with(Map.of("sweeps", 40, "foldSweeps", 20))
                .train(ratings, null, TrainListener.NONE);
        System.out.println(trained.note());
        return trained.model();
    }

    private static FactorModel kept(RatingMatrix ratings, Path file) throws IOException {
        if (!Files.exists(file)) {
            FactorModel model = trained(ratings);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                FactorModelFormat.write(model, out);
            }
            return model;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return FactorModelFormat.read(in);
        }
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
