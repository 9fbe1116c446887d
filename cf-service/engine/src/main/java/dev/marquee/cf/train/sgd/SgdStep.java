package dev.marquee.cf.train.sgd;

/**
 * What one rating changes of one row's state. The gradient of p for the rating r of q is g = -e·q + λ·p; its squared
 * length, and the length of p after the step, follow from the error e, p·q, |p|² and |q|² alone. So a step sums one
 * product only.
 */
final class SgdStep {
    private SgdStep() {}

    /**
     * Brings the state up to date, except for the factors themselves, which the caller moves.
     *
     * @param rows the array that holds the row
     * @param at where its state begins
     * @param product p·q
     * @param otherNorm |q|² before the step
     * @param perFactor 1/k
     */
    static void state(float[] rows, int at, float error, float product, float otherNorm, float perFactor) {
        float norm = rows[at + SgdRows.NORM];
        float lambda = rows[at + SgdRows.LAMBDA];
        float step = rows[at + SgdRows.RATE];
        float pulled = error * product;
        float kept = lambda * norm;
        float squares = error * error * otherNorm + lambda * (kept - 2 * pulled);
        rows[at + SgdRows.NORM] = norm + step * (step * squares - 2 * (kept - pulled));
        rows[at + SgdRows.SLOWNESS] += Math.abs(squares) * perFactor;
        moveBias(rows, at, error);
    }

    /**
     * The same for a row that is drawn to expected factors: its slowness counts the error's part of the gradient alone,
     * and its norm is left to {@link SgdRows#refresh}, as both would take more products otherwise.
     *
     * @param rows the array that holds the row
     * @param at where its state begins
     * @param otherNorm |q|²
     * @param perFactor 1/k
     */
    static void drawnState(float[] rows, int at, float error, float otherNorm, float perFactor) {
        rows[at + SgdRows.SLOWNESS] += error * error * otherNorm * perFactor;
        moveBias(rows, at, error);
    }

    private static void moveBias(float[] rows, int at, float error) {
        float bias = rows[at + SgdRows.BIAS];
        float gradient = rows[at + SgdRows.BIAS_LAMBDA] * bias - error;
        rows[at + SgdRows.BIAS] = bias - rows[at + SgdRows.BIAS_RATE] * gradient;
        rows[at + SgdRows.BIAS_SLOWNESS] += gradient * gradient;
    }
}
