package dev.marquee.cf.eval;

/**
 * Student's t distribution.
 */
final class StudentT {
    private static final int HALVINGS = 100;

    private StudentT() {}

    /**
     * The t with which |T| ≤ t has the given probability.
     *
     * @param degrees of freedom ν, 1 or more
     * @param probability more than 0 and less than 1, such as 0.95
     */
    static double twoSided(int degrees, double probability) {
        double low = 0;
        double high = 1;
        while (within(high, degrees) < probability) {
            high *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (within(middle, degrees) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** P(|T| ≤ t), by the finite sums for whole ν (Abramowitz, Stegun 1964, 26.7.3 and 26.7.4). */
    private static double within(double t, int degrees) {
        double angle = Math.atan(t / Math.sqrt(degrees));
        double cosine = Math.cos(angle);
        boolean odd = degrees % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = degrees == 1 ? 0 : term;
        for (int i = odd ? 3 : 2; i <= degrees - 2; i += 2) {
            term *= cosine * cosine * (i - 1) / i;
            sum += term;
        }
        return odd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
    }
}
