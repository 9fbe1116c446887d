package dev.marquee.launcher.sample;

import java.util.SplittableRandom;

/**
 * Standard normal numbers by Box and Muller's method ("A Note on the Generation of Random Normal Deviates", 1958), with
 * {@link StrictMath} so that every machine draws the same ones.
 */
final class Gaussian {
    private Gaussian() {}

    static double next(SplittableRandom random) {
        double u = 1.0 - random.nextDouble(); // in (0, 1], so that the logarithm is finite
        double v = random.nextDouble();
        return StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * Math.PI * v);
    }
}
