package dev.marquee.cf.train.support;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.kernel.VectorKernels;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a model while they are learnt: mutable, row-major, without padding.
 */
public final class Factors {
    /** Standard deviation of the start, before division by √k: small against a rating's own. */
    private static final double START = 0.3;

    private final RatingMatrix ratings;
    private final int factors;
    private final float mean;
    private final float[] userBiases;
    private final float[] movieBiases;
    private final float[] userFactors;
    private final float[] movieFactors;

    private Factors(RatingMatrix ratings, int factors, double mean) {
        this.ratings = ratings;
        this.factors = factors;
        this.mean = (float) mean;
        this.userBiases = new float[ratings.users().size()];
        this.movieBiases = new float[ratings.movies().size()];
        this.userFactors = new float[Math.multiplyExact(ratings.users().size(), factors)];
        this.movieFactors = new float[Math.multiplyExact(ratings.movies().size(), factors)];
    }

    /** Biases 0; factors small and random, 0 for whoever has no rating. */
    public static Factors random(RatingMatrix ratings, int factors, long seed) {
        return random(ratings, factors, ratings.mean(), seed);
    }

    /** The same for a model whose scores are no stars: with a mean of 0. */
    public static Factors randomForRanking(RatingMatrix ratings, int factors, long seed) {
        return random(ratings, factors, 0, seed);
    }

    private static Factors random(RatingMatrix ratings, int factors, double mean, long seed) {
        Factors start = new Factors(ratings, factors, mean);
        SplittableRandom random = new SplittableRandom(seed);
        fill(start.userFactors, ratings.byUser(), factors, random);
        fill(start.movieFactors, ratings.byMovie(), factors, random);
        return start;
    }

    private static void fill(float[] target, Csr rows, int factors, SplittableRandom random) {
        double deviation = START / Math.sqrt(factors);
        for (int row = 0; row < rows.rows(); row++) {
            boolean empty = rows.length(row) == 0;
            for (int f = 0; f < factors; f++) {
                // Drawn for empty rows too, so that one more rating does not move everyone else's start.
                double drawn = random.nextGaussian() * deviation;
                target[row * factors + f] = empty ? 0 : (float) drawn;
            }
        }
    }

    /**
     * One side of the model while the other is fixed.
     *
     * @param biases of the side that is solved
     * @param factors of the side that is solved
     * @param otherBiases of the fixed side
     * @param otherFactors of the fixed side
     * @param expected factors that the side is drawn to, or {@code null} for zeros
     */
    public record Side(float mean, float[] biases, float[] factors, float[] otherBiases, float[] otherFactors,
            float @Nullable [] expected) {}

    public Side userSide() {
        return userSide(null);
    }

    public Side movieSide() {
        return movieSide(null);
    }

    public Side userSide(float @Nullable [] expected) {
        return new Side(mean, userBiases, userFactors, movieBiases, movieFactors, expected);
    }

    public Side movieSide(float @Nullable [] expected) {
        return new Side(mean, movieBiases, movieFactors, userBiases, userFactors, expected);
    }

    public float[] userFactors() {
        return userFactors;
    }

    public float[] movieFactors() {
        return movieFactors;
    }

    /** All numbers. */
    public RunningState state() {
        return new RunningState().floats("userBiases", userBiases).floats("movieBiases", movieBiases)
                .floats("userFactors", userFactors).floats("movieFactors", movieFactors);
    }

    /** What one rating adds to a sum. */
    public interface Loss {
        double of(float rating, float predicted);
    }

    /** Sums over all ratings: by user and then over users in order, so the same for any number of threads. */
    public double sum(RatingMatrix train, Workers workers, Loss loss) {
        VectorKernels kernels = Kernels.get();
        Csr byUser = train.byUser();
        double[] sums = new double[byUser.rows()];
        workers.run(worker -> {
            for (int user = worker; user < byUser.rows(); user += workers.count()) {
                workers.checkCancelled();
                double sum = 0;
                for (int position = byUser.start(user); position < byUser.end(user); position++) {
                    int movie = byUser.index(position);
                    sum += loss.of(byUser.value(position), mean + userBiases[user] + movieBiases[movie]
                            + kernels.dot(userFactors, user * factors, movieFactors, movie * factors, factors));
                }
                sums[user] = sum;
            }
        });
        return Arrays.stream(sums).sum();
    }

    /** A copy as a model. */
    public FactorModel toModel() {
        return new FactorModel(ratings.users(), ratings.movies(), factors, mean, ratings.minRating(),
                ratings.maxRating(),
                userBiases.clone(), movieBiases.clone(), userFactors.clone(), movieFactors.clone());
    }
}
