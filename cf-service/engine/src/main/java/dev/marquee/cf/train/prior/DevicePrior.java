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
    /** Of the constant, against λ, so that rounding leaves some of it. */
    private static final float LEAST_SCALE = 1e-3f;

    private final DeviceWork work;
    private final int factors;
    private final DeviceSums sumsOfRows;
    private final DeviceSums sumsOfColumns;
    private final List<DeviceFloats> scales;
    private final List<DeviceFloats> weightedScales;
    private final List<DeviceFloats> ones;
    private final DeviceFloats weights;
    private final DeviceConstant constant;
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
        int width = columns.ratings.rows() + 1;
        float[] roots = RegressionTerms.scales(rows.ratings);
        float[] weighted = times(weights, roots);
        sumsOfRows = new DeviceSums(work, rows, scratch);
        sumsOfColumns = new DeviceSums(work, columns, scratch);
        scales = sumsOfRows.scales(roots);
        weightedScales = sumsOfRows.scales(times(weighted, roots));
        ones = sumsOfColumns.scales(ones(columns.ratings.rows()));
        this.weights = work.floats(weighted);
        diagonal = work.floats(diagonal(rows, columns, weights, roots, lambda));
        means = new DeviceMatrix(work, rowTotal, factors);
        terms = new DeviceMatrix(work, rowTotal, factors);
        features = new DeviceMatrix(work, width, factors);
        residuals = new DeviceMatrix(work, width, factors);
        directions = new DeviceMatrix(work, width, factors);
        images = new DeviceMatrix(work, width, factors);
        products = work.device.floats(productRows() * work.padded);
        ratios = work.device.floats(work.padded);
        rowCount = work.ints(rowTotal);
        columnCount = work.ints(width);
        columnNumbers = work.ints(columns.ratings.rows() * work.padded);
        divided = work.ints(width, 1);
        undivided = work.ints(width, 0);
        constant = new DeviceConstant(work, rows.ratings, weighted, width - 1);
        plus = work.floats(lambda);
        minus = work.floats(-lambda);
    }

    /** The last is the constant's, from which λ is taken, as the kernels add it everywhere. */
    private static float[] diagonal(DeviceRatings rows, DeviceRatings columns, float[] weights, float[] roots,
            float lambda) {
        float[] own = RegressionTerms.diagonal(columns.ratings, weights, roots);
        float[] all = Arrays.copyOf(own, own.length + 1);
        float scale = RegressionTerms.constantScale(rows.ratings, weights);
        all[own.length] = Math.max(scale, LEAST_SCALE * lambda) - lambda;
        return all;
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

    /** y, as of the last {@link #fit}: columns × k, row-major; then the k numbers of the constant. */
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
        constant.addTo(means, features, false);
        meansKnown = true;
    }

    /** Draws the features nearer to what explains the rows' factors; see {@link ImplicitPrior#fit}. */
    void fit(DeviceMatrix targets, int steps) {
        restoreMeans();
        work.launchForEach(DevicePriorKernels.PRIOR_TERMS, means.rows * work.padded, targets.numbers, means.numbers,
                weights,
                terms.numbers, rowCount);
        sumsOfColumns.sum(terms, ones, residuals);
        constant.sum(terms, residuals);
        add(minus, features, residuals);
        double[] lengths = new double[factors];
        for (int step = 0; step < steps; step++) {
            double[] now = products(residuals, residuals, divided);
            setRatios(now, lengths);
            lengths = now;
            work.launchForEach(DevicePriorKernels.DIRECTIONS, columnTotal(), residuals.numbers, diagonal, ratios,
                    directions.numbers, columnCount, plus);
            sumsOfRows.sum(directions, weightedScales, terms);
            constant.addTo(terms, directions, true);
            sumsOfColumns.sum(terms, ones, images);
            constant.sum(terms, images);
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
