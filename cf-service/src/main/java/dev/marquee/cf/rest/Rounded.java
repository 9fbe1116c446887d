package dev.marquee.cf.rest;

/**
 * Numbers with as many decimals as people read.
 */
final class Rounded {
    private Rounded() {}

    /** Half up, computed in the number's own precision. */
    static double thousandths(float number) {
        return Math.round(number * 1000) / 1000.0;
    }

    static double thousandths(double number) {
        return Math.round(number * 1000) / 1000.0;
    }

    static double hundredths(float number) {
        return Math.round(number * 100) / 100.0;
    }
}
