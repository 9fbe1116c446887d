package dev.marquee.cf.train.prior;

import dev.marquee.cf.matrix.Csr;

/**
 * What the regression of implicit features has in common wherever it is computed; see {@link ImplicitPrior}.
 */
final class RegressionTerms {
    private RegressionTerms() {}

    /** 1 / √|N(u)| of each row; 0 where there is no entry. */
    static float[] scales(Csr rows) {
        float[] scales = new float[rows.rows()];
        for (int row = 0; row < scales.length; row++) {
            scales[row] = rows.length(row) == 0 ? 0 : (float) (1 / Math.sqrt(rows.length(row)));
        }
        return scales;
    }

    /** √|N(u)| of each row. */
    static float[] roots(Csr rows) {
        float[] roots = new float[rows.rows()];
        for (int row = 0; row < roots.length; row++) {
            roots[row] = (float) Math.sqrt(rows.length(row));
        }
        return roots;
    }

    /** Of Fᵀ W F. */
    static float[] diagonal(Csr columns, float[] weights, float[] scales) {
        float[] sums = new float[columns.rows()];
        for (int column = 0; column < sums.length; column++) {
            double sum = 0;
            for (int position = columns.start(column); position < columns.end(column); position++) {
                int row = columns.index(position);
                sum += weights[row] * scales[row] * scales[row];
            }
            sums[column] = (float) sum;
        }
        return sums;
    }

    /**
     * Of the constant: Σ w over the rows that have it; 1 where that is 0, as then there is nothing to fit.
     */
    static float constantScale(Csr rows, float[] weights) {
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            sum += rows.length(row) == 0 ? 0 : weights[row];
        }
        return sum > 0 ? (float) sum : 1;
    }

    /** By factor a/b: how far a step of the conjugate gradient method goes; 0 where b is not above 0. */
    static float[] ratios(double[] above, double[] below) {
        float[] ratios = new float[above.length];
        for (int f = 0; f < ratios.length; f++) {
            ratios[f] = below[f] > 0 ? (float) (above[f] / below[f]) : 0;
        }
        return ratios;
    }
}
