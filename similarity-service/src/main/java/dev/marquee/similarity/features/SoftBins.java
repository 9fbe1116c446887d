package dev.marquee.similarity.features;

import java.util.Arrays;

/**
 * Turns a number into the coordinates of a point on a chain of quarter circles, one between each two neighbouring
 * centres: a number between two centres belongs to both, cos² + sin² = 1. So each number gives a vector of length 1,
 * the cosine of two numbers falls steadily with their distance, and it is 0 from two bins on: what a single column with
 * the normalised number cannot do under the cosine, where all positive numbers point the same way. Numbers beyond the
 * ends count as the ends.
 */
final class SoftBins {
    /** Ten years apart: two films of neighbouring years are nearly the same age, of twenty years unrelated. */
    static final SoftBins YEARS = new SoftBins(1900, 1910, 1920, 1930, 1940, 1950, 1960, 1970, 1980, 1990, 2000, 2010,
            2020, 2030);
    /** Minutes; closer together where most films are. */
    static final SoftBins MINUTES = new SoftBins(8, 25, 50, 75, 90, 105, 125, 150, 190, 250);

    private final int[] centres;

    private SoftBins(int... centres) {
        this.centres = centres;
    }

    int lower(int number) {
        int found = Arrays.binarySearch(centres, number);
        int lower = found >= 0 ? found : -found - 2;
        return Math.clamp(lower, 0, centres.length - 2);
    }

    int centre(int bin) {
        return centres[bin];
    }

    /** How much the number belongs to the bin above its lower one, as an angle between 0 and π/2. */
    double angle(int number) {
        int lower = lower(number);
        double between = (number - centres[lower]) / (double) (centres[lower + 1] - centres[lower]);
        return Math.clamp(between, 0.0, 1.0) * Math.PI / 2;
    }
}
