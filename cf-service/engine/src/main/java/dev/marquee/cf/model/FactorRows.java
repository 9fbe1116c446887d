package dev.marquee.cf.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A bias and factors of each user, or of each movie. Not to be changed once a model has it; thread-safe.
 */
final class FactorRows {
    final float[] biases;
    /** Row-major. */
    final float[] factors;
    private final int width;
    /** {@code null} until it is asked for. */
    private volatile @Nullable Row mean;

    /** Takes the arrays over. */
    FactorRows(String of, int rows, int width, float[] biases, float[] factors) {
        this.biases = sized(of + "Biases", biases, rows);
        this.factors = sized(of + "Factors", factors, Math.multiplyExact(rows, width));
        this.width = width;
    }

    private FactorRows(int width, float[] biases, float[] factors) {
        this.biases = biases;
        this.factors = factors;
        this.width = width;
    }

    /** One of them, or what stands for one. */
    record Row(float bias, float[] factors) {}

    static float[] sized(String name, float[] array, int size) {
        if (array.length != size) {
            throw new IllegalArgumentException(name + " has " + array.length + " numbers instead of " + size);
        }
        return array;
    }

    boolean finite() {
        return FactorModel.finite(biases) && FactorModel.finite(factors);
    }

    /** A copy of a row's factors. */
    float[] copy(int row) {
        return Arrays.copyOfRange(factors, row * width, (row + 1) * width);
    }

    void copy(int row, float[] target, int at) {
        System.arraycopy(factors, row * width, target, at, width);
    }

    /** A copy in which some rows are another. */
    FactorRows moved(int[] rows, Row to) {
        FactorRows moved = new FactorRows(width, biases.clone(), factors.clone());
        for (int row : rows) {
            moved.biases[row] = to.bias();
            System.arraycopy(to.factors(), 0, moved.factors, row * width, width);
        }
        return moved;
    }

    /** Of all rows; 0 without any. */
    Row mean() {
        Row known = mean;
        if (known == null) {
            known = new Row(mean(biases, 1)[0], mean(factors, width));
            mean = known;
        }
        return known;
    }

    private static float[] mean(float[] rows, int width) {
        double[] sums = new double[width];
        for (int i = 0; i < rows.length; i++) {
            sums[i % width] += rows[i];
        }
        float[] mean = new float[width];
        for (int f = 0; f < width; f++) {
            mean[f] = (float) (sums[f] * width / Math.max(1, rows.length));
        }
        return mean;
    }
}
