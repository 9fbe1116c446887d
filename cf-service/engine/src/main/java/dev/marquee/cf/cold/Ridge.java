package dev.marquee.cf.cold;

import dev.marquee.cf.content.ContentMatrix;

/**
 * Ridge regression of several targets at once on rows of a {@link ContentMatrix}, weighted, with a constant that is not
 * penalised: features are taken from their weighted mean. It solves for one number a row, (X·Xᵀ + λ/w)·α = y, by the
 * conjugate gradient method, each target with a step of its own, and never makes the matrix of rows by rows.
 */
final class Ridge {
    /** Relative to where it began; further digits say nothing of a prediction. */
    private static final double CLOSE = 1e-6;

    private final ContentMatrix content;
    private final int[] rows;
    private final double[] penalties;
    private final double[] shares;
    private final int targets;
    /** The weighted mean of the rows, by column. */
    private final float[] mean;
    private final double[] targetMeans;

    /**
     * @param rows distinct
     * @param weights above 0, as many
     */
    Ridge(ContentMatrix content, int[] rows, double[] weights, double regularization, int targets) {
        this.content = content;
        this.rows = rows;
        this.targets = targets;
        this.penalties = new double[rows.length];
        this.shares = new double[rows.length];
        this.mean = new float[content.columns()];
        this.targetMeans = new double[targets];
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < rows.length; i++) {
            penalties[i] = regularization / weights[i];
            shares[i] = weights[i] / sum;
            for (int entry = content.start(rows[i]); entry < content.end(rows[i]); entry++) {
                mean[content.column(entry)] += (float) (shares[i] * content.weight(entry));
            }
        }
    }

    /**
     * @param values of the targets, by row
     * @return coefficients by column, then by target
     */
    float[] solve(float[] values, int iterations) {
        float[] residual = centred(values);
        float[] solution = new float[values.length];
        float[] direction = new float[values.length];
        double[] first = new double[targets];
        double[] before = new double[targets];
        for (int iteration = 0; iteration < iterations; iteration++) {
            double[] now = scaledSquares(residual);
            if (iteration == 0) {
                System.arraycopy(now, 0, first, 0, targets);
            }
            if (areClose(now, first)) {
                break;
            }
            turn(direction, residual, now, before, iteration == 0);
            step(solution, residual, direction, now);
            before = now;
        }
        return transposed(solution);
    }

    private float[] centred(float[] values) {
        for (int i = 0; i < rows.length; i++) {
            for (int target = 0; target < targets; target++) {
                targetMeans[target] += shares[i] * values[i * targets + target];
            }
        }
        float[] centred = new float[values.length];
        for (int at = 0; at < values.length; at++) {
            centred[at] = (float) (values[at] - targetMeans[at % targets]);
        }
        return centred;
    }

    private static boolean areClose(double[] now, double[] first) {
        boolean close = true;
        for (int target = 0; target < now.length; target++) {
            close &= now[target] <= CLOSE * CLOSE * first[target];
        }
        return close;
    }

    /** r·M⁻¹r of each target; M is the diagonal of the penalties. */
    private double[] scaledSquares(float[] residual) {
        double[] squares = new double[targets];
        for (int at = 0; at < residual.length; at++) {
            squares[at % targets] += (double) residual[at] * residual[at] / scale(at);
        }
        return squares;
    }

    /** A movie's own length is 1 or nearly so. */
    private double scale(int at) {
        return 1 + penalties[at / targets];
    }

    private void turn(float[] direction, float[] residual, double[] now, double[] before, boolean first) {
        for (int at = 0; at < direction.length; at++) {
            int target = at % targets;
            double keep = first || before[target] == 0 ? 0 : now[target] / before[target];
            direction[at] = (float) (residual[at] / scale(at) + keep * direction[at]);
        }
    }

    private void step(float[] solution, float[] residual, float[] direction, double[] now) {
        float[] image = applied(direction);
        double[] products = new double[targets];
        for (int at = 0; at < image.length; at++) {
            products[at % targets] += (double) direction[at] * image[at];
        }
        for (int at = 0; at < image.length; at++) {
            int target = at % targets;
            double length = products[target] > 0 ? now[target] / products[target] : 0;
            solution[at] += (float) (length * direction[at]);
            residual[at] -= (float) (length * image[at]);
        }
    }

    /** (X·Xᵀ + λ/w)·v, with X from its mean. */
    private float[] applied(float[] vector) {
        float[] byColumn = transposed(vector);
        double[] constants = meanProducts(byColumn);
        float[] image = new float[vector.length];
        for (int i = 0; i < rows.length; i++) {
            int at = i * targets;
            for (int target = 0; target < targets; target++) {
                image[at + target] = (float) (penalties[i] * vector[at + target] - constants[target]);
            }
            for (int entry = content.start(rows[i]); entry < content.end(rows[i]); entry++) {
                add(content.weight(entry), byColumn, content.column(entry) * targets, image, at);
            }
        }
        return image;
    }

    /** Xᵀ·v, with X from its mean. */
    private float[] transposed(float[] vector) {
        float[] byColumn = new float[Math.multiplyExact(content.columns(), targets)];
        double[] sums = new double[targets];
        for (int i = 0; i < rows.length; i++) {
            for (int target = 0; target < targets; target++) {
                sums[target] += vector[i * targets + target];
            }
            for (int entry = content.start(rows[i]); entry < content.end(rows[i]); entry++) {
                add(content.weight(entry), vector, i * targets, byColumn, content.column(entry) * targets);
            }
        }
        for (int column = 0; column < mean.length; column++) {
            for (int target = 0; mean[column] != 0 && target < targets; target++) {
                byColumn[column * targets + target] -= (float) (mean[column] * sums[target]);
            }
        }
        return byColumn;
    }

    private void add(float times, float[] from, int at, float[] to, int toAt) {
        for (int target = 0; target < targets; target++) {
            to[toAt + target] += times * from[at + target];
        }
    }

    private double[] meanProducts(float[] byColumn) {
        double[] products = new double[targets];
        for (int column = 0; column < mean.length; column++) {
            for (int target = 0; mean[column] != 0 && target < targets; target++) {
                products[target] += (double) mean[column] * byColumn[column * targets + target];
            }
        }
        return products;
    }

    /** What a movie without features is predicted, after {@link #solve}. */
    float[] constants(float[] coefficients) {
        double[] products = meanProducts(coefficients);
        float[] constants = new float[targets];
        for (int target = 0; target < targets; target++) {
            constants[target] = (float) (targetMeans[target] - products[target]);
        }
        return constants;
    }
}
