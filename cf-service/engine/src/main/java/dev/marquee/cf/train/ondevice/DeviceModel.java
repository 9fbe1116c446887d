package dev.marquee.cf.train.ondevice;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.support.Factors;
import dev.marquee.cf.train.support.RunningState;
import java.util.Arrays;

/**
 * The numbers of a model while they are learnt on a device. Used from the thread that trains.
 */
public final class DeviceModel {
    public final DeviceMatrix users;
    public final DeviceMatrix movies;
    public final DeviceFloats userBiases;
    public final DeviceFloats movieBiases;
    public final float mean;
    private final RatingMatrix ratings;
    private final int factors;
    private final DeviceWork work;

    /** Zeros. */
    public DeviceModel(DeviceWork work, RatingMatrix ratings, int factors) {
        this(work, ratings, factors, ratings.mean());
    }

    /** The same for a model whose scores are no stars: with a mean of 0. */
    public static DeviceModel forRanking(DeviceWork work, RatingMatrix ratings, int factors) {
        return new DeviceModel(work, ratings, factors, 0);
    }

    private DeviceModel(DeviceWork work, RatingMatrix ratings, int factors, double mean) {
        this.work = work;
        this.ratings = ratings;
        this.factors = factors;
        this.mean = (float) mean;
        this.users = new DeviceMatrix(work, ratings.users().size(), factors);
        this.movies = new DeviceMatrix(work, ratings.movies().size(), factors);
        // One more for whoever is not known.
        this.userBiases = work.device.floats(users.rows + 1);
        this.movieBiases = work.device.floats(movies.rows + 1);
    }

    /** Users and movies. */
    public int rows() {
        return users.rows + movies.rows;
    }

    /** Begins where the trainer on the host begins with this seed. */
    public void start(long seed) {
        Factors start = Factors.random(ratings, factors, seed);
        users.write(start.userFactors());
        movies.write(start.movieFactors());
    }

    /** All numbers, read from the device when they are asked for. */
    public RunningState state() {
        return new RunningState().floats("userBiases", () -> biases(userBiases), read -> write(userBiases, read))
                .floats("movieBiases", () -> biases(movieBiases), read -> write(movieBiases, read))
                .floats("userFactors", users::read, users::write).floats("movieFactors", movies::read, movies::write);
    }

    private static float[] biases(DeviceFloats biases) {
        float[] numbers = new float[biases.size() - 1];
        biases.read(0, numbers, 0, numbers.length);
        return numbers;
    }

    private static void write(DeviceFloats biases, float[] numbers) {
        biases.write(0, numbers, 0, numbers.length);
    }

    /** Places whoever is not known where {@link FactorModel#newcomer} and {@link FactorModel#meanMovie} do. */
    void placeUnknown() {
        placeUnknown(users, userBiases);
        placeUnknown(movies, movieBiases);
    }

    private void placeUnknown(DeviceMatrix side, DeviceFloats sideBiases) {
        float[] weights = new float[side.rows];
        Arrays.fill(weights, 1f / Math.max(1, side.rows));
        try (DeviceColumnSums sums = new DeviceColumnSums(work, weights)) {
            double[] mean = sums.of(side.numbers);
            float[] row = new float[mean.length];
            for (int f = 0; f < row.length; f++) {
                row[f] = (float) mean[f];
            }
            side.numbers.write(side.rows * work.padded, row, 0, row.length);
        }
        double sum = 0;
        for (float bias : biases(sideBiases)) {
            sum += bias;
        }
        sideBiases.write(side.rows, new float[]{(float) (sum / Math.max(1, side.rows))}, 0, 1);
    }

    /** A copy. */
    public FactorModel toModel() {
        return new FactorModel(ratings.users(), ratings.movies(), factors, mean, ratings.minRating(),
                ratings.maxRating(), biases(userBiases), biases(movieBiases), users.read(), movies.read());
    }

    /**
     * Σ (rating - prediction)² over some ratings.
     *
     * @param rows ratings by user, or by movie
     * @param byMovie which
     * @param clamped whether predictions are kept in the range of the ratings
     * @param scratch at least as many numbers as a batch has segments
     */
    public double squaredErrors(DeviceRatings rows, boolean byMovie, boolean clamped, DeviceFloats scratch) {
        DeviceMatrix side = byMovie ? movies : users;
        DeviceMatrix other = byMovie ? users : movies;
        DeviceFloats biases = byMovie ? movieBiases : userBiases;
        DeviceFloats otherBiases = byMovie ? userBiases : movieBiases;
        float[] partial = new float[rows.mostSegments];
        double[] sum = {0};
        try (DeviceFloats numbers = work.floats(mean, clamped ? ratings.minRating() : -Float.MAX_VALUE,
                clamped ? ratings.maxRating() : Float.MAX_VALUE)) {
            rows.forEach(batch -> {
                int segments = batch.rows().segments();
                if (segments > 0) {
                    work.launch(DeviceKernels.SQUARED_ERRORS, (long) batch.rows().entries() * work.padded, segments,
                            side.numbers, biases, other.numbers, otherBiases, rows.index, rows.rating,
                            batch.segments(), scratch, batch.segmentCount(), numbers);
                    scratch.read(0, partial, 0, segments);
                    for (int segment = 0; segment < segments; segment++) {
                        sum[0] += partial[segment];
                    }
                }
            });
        }
        return sum[0];
    }
}
