package dev.marquee.cf.model;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.common.io.ChecksummedInput;
import dev.marquee.common.io.ChecksummedOutput;
import java.io.IOException;

/**
 * What is known of each movie from its ratings, besides its factors: how many there are, their mean, and how far they
 * scatter. Immutable, thread-safe.
 */
public final class MovieFacts {
    /** As if each movie had so many more ratings that are usual. */
    private static final double DAMPING = 5;

    private final float mean;
    private final float[] counts;
    private final float[] means;
    private final float[] scatters;

    private MovieFacts(float mean, float[] counts, float[] means, float[] scatters) {
        this.mean = mean;
        this.counts = counts;
        this.means = means;
        this.scatters = scatters;
    }

    /** Of all movies of a matrix. */
    public static MovieFacts of(RatingMatrix ratings) {
        int movies = ratings.movies().size();
        double[] sums = new double[movies];
        double[] squares = new double[movies];
        Csr byUser = ratings.byUser();
        for (int position = 0; position < ratings.size(); position++) {
            int movie = byUser.index(position);
            double off = byUser.value(position) - ratings.mean();
            sums[movie] += off;
            squares[movie] += off * off;
        }
        float[] counts = new float[movies];
        float[] means = new float[movies];
        float[] scatters = new float[movies];
        for (int movie = 0; movie < movies; movie++) {
            int count = ratings.byMovie().length(movie);
            counts[movie] = count;
            means[movie] = (float) (ratings.mean() + sums[movie] / (count + DAMPING));
            scatters[movie] = scatter(count, sums[movie], squares[movie]);
        }
        return new MovieFacts((float) ratings.mean(), counts, means, scatters);
    }

    /**
     * The standard deviation of some ratings, drawn to one star as if by a few more.
     *
     * @param sum of the ratings less a number near their mean
     * @param squares of the same
     */
    public static float scatter(int count, double sum, double squares) {
        double around = count == 0 ? 0 : Math.max(0, squares - sum * sum / count);
        return (float) Math.sqrt((around + DAMPING) / (count + DAMPING));
    }

    /** Of all ratings. */
    public float mean() {
        return mean;
    }

    public float count(int movie) {
        return counts[movie];
    }

    /** Drawn to the mean of all ratings. */
    public float mean(int movie) {
        return means[movie];
    }

    public float scatter(int movie) {
        return scatters[movie];
    }

    int movies() {
        return counts.length;
    }

    boolean finite() {
        return Float.isFinite(mean) && FactorModel.finite(means) && FactorModel.finite(scatters);
    }

    void write(ChecksummedOutput out) throws IOException {
        out.writeFloat(mean);
        for (float[] numbers : new float[][]{counts, means, scatters}) {
            out.writeFloats(numbers);
        }
    }

    static MovieFacts read(ChecksummedInput in, int movies) throws IOException {
        return new MovieFacts(in.readFloat(), in.readFloats(movies), in.readFloats(movies), in.readFloats(movies));
    }
}
