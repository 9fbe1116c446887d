package dev.marquee.cf.train.prior;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.train.ondevice.DeviceMatrix;
import dev.marquee.cf.train.ondevice.DeviceRatings;
import dev.marquee.cf.train.ondevice.DeviceSums;
import dev.marquee.cf.train.ondevice.DeviceWork;
import java.util.Arrays;
import java.util.List;

/**
 * {@link ImplicitPrior} on a device: the same regression by the same steps, with the same λ for each factor. What
 * decides how far a step goes is summed on the host. Used from the thread that trains.
 */
final class DevicePrior {
    private final DeviceWork work;
    private final int factors;
    private final DeviceSums sumsOfRows;
    private final DeviceSums sumsOfColumns;
    private final List<DeviceFloats> scales;
    private final List<DeviceFloats> weightedScales;
    private final List<DeviceFloats> ones;
    private final DeviceFloats weights;
    private final DeviceFloats diagonal;
    private final DeviceMatrix means;
    private final DeviceMatrix terms;
    private final DeviceMatrix features;
    private final DeviceMatrix residuals;
    private final DeviceMatrix directions;
    private final DeviceMatrix images;
    private final DeviceFloats products;
    private final DeviceFloats ratios;
    private final DeviceInts rowCount;
    private final DeviceInts columnCount;
    private final DeviceInts columnNumbers;
    private final DeviceInts divided;
    private final DeviceInts undivided;
    private final DeviceFloats plus;
    private final DeviceFloats minus;
    private boolean meansKnown = true;

    /**
     * @param rows the side whose prior this is
     * @param columns its transpose
     * @param weights w_u of each row
     * @param lambda of the features
     * @param scratch see {@link DeviceSums}
     */
    DevicePrior(DeviceWork work, int factors, DeviceRatings rows, DeviceRatings columns, float[] weights, float lambda,
            DeviceFloats scratch) {
        this.work = work;
        this.factors = factors;
        int rowTotal = rows.ratings.rows();
        int columnTotal = columns.ratings.rows();
        float[] roots = RegressionTerms.scales(rows.ratings);
        float[] weighted = times(weights, roots);
        sumsOfRows = new DeviceSums(work, rows, scratch);
        sumsOfColumns = new DeviceSums(work, columns, scratch);
        scales = sumsOfRows.scales(roots);
        weightedScales = sumsOfRows.scales(times(weighted, roots));
        ones = sumsOfColumns.scales(ones(columnTotal));
        this.weights = work.floats(weighted);
        diagonal = work.floats(RegressionTerms.diagonal(columns.ratings, weights, roots));
        means = new DeviceMatrix(work, rowTotal, factors);
        terms = new DeviceMatrix(work, rowTotal, factors);
        features = new DeviceMatrix(work, columnTotal, factors);
        residuals = new DeviceMatrix(work, columnTotal, factors);
        directions = new DeviceMatrix(work, columnTotal, factors);
        images = new DeviceMatrix(work, columnTotal, factors);
        products = work.device.floats(productRows() * work.padded);
        ratios = work.device.floats(work.padded);
        rowCount = work.ints(rowTotal);
        columnCount = work.ints(columnTotal);
        columnNumbers = work.ints(columnTotal * work.padded);
        divided = work.ints(columnTotal, 1);
        undivided = work.ints(columnTotal, 0);
        plus = work.floats(lambda);
        minus = work.floats(-lambda);
    }

    private static float[] times(float[] a, float[] b) {
        float[] product = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = a[i] * b[i];
        }
        return product;
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private int productRows() {
        return DeviceWork.groups(features.rows, DevicePriorKernels.PRODUCT_ROWS);
    }

    /** g, as of the last {@link #fit}; at first zeros. */
    DeviceMatrix means() {
        return means;
    }

    /** y, as of the last {@link #fit}: columns × k, row-major. */
    float[] features() {
        return features.read();
    }

    /** Goes on with these features. */
    void restore(float[] numbers) {
        features.write(numbers);
        meansKnown = false;
    }

    /** Makes the means of features that were restored. */
    void restoreMeans() {
        if (!meansKnown) {
            sumMeans();
        }
    }

    private void sumMeans() {
        sumsOfRows.sum(features, scales, means);
        meansKnown = true;
    }

    /** Draws the features nearer to what explains the rows' factors; see {@link ImplicitPrior#fit}. */
    void fit(DeviceMatrix targets, int steps) {
        restoreMeans();
        work.launchForEach(DevicePriorKernels.PRIOR_TERMS, means.rows * work.padded, targets.numbers, means.numbers,
                weights,
                terms.numbers, rowCount);
        sumsOfColumns.sum(terms, ones, residuals);
        add(minus, features, residuals);
        double[] lengths = new double[factors];
        for (int step = 0; step < steps; step++) {
            double[] now = products(residuals, residuals, divided);
            setRatios(now, lengths);
            lengths = now;
            work.launchForEach(DevicePriorKernels.DIRECTIONS, columnTotal(), residuals.numbers, diagonal, ratios,
                    directions.numbers, columnCount, plus);
            sumsOfRows.sum(directions, weightedScales, terms);
            sumsOfColumns.sum(terms, ones, images);
            add(plus, directions, images);
            setRatios(lengths, products(directions, images, undivided));
            work.launchForEach(DevicePriorKernels.DESCEND, columnTotal(), ratios, directions.numbers, images.numbers,
                    features.numbers, residuals.numbers, columnCount);
        }
        sumMeans();
    }

    private int columnTotal() {
        return features.rows * work.padded;
    }

    private void add(DeviceFloats factor, DeviceMatrix source, DeviceMatrix target) {
        work.launchForEach(DevicePriorKernels.AXPY, columnTotal(), source.numbers, target.numbers, columnNumbers,
                factor);
    }

    private void setRatios(double[] above, double[] below) {
        float[] numbers = RegressionTerms.ratios(above, below);
        ratios.write(0, numbers, 0, factors);
    }

    private double[] products(DeviceMatrix a, DeviceMatrix b, DeviceInts sizes) {
        work.launch(DevicePriorKernels.PRODUCTS, columnTotal(), productRows(), a.numbers, b.numbers, diagonal, products,
                sizes,
                plus);
        float[] partial = new float[productRows() * work.padded];
        products.read(0, partial, 0, partial.length);
        double[] sums = new double[factors];
        for (int row = 0; row < productRows(); row++) {
            for (int f = 0; f < factors; f++) {
                sums[f] += partial[row * work.padded + f];
            }
        }
        return sums;
    }
}
