package dev.marquee.cf.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis: values to places, with round numbers to mark.
 *
 * @param low value at the start
 * @param high value at the end, above low
 * @param from place of the start
 * @param to place of the end; may be less than {@code from}
 * @param step between two marks; a power of ten, or two or five times one
 */
record LinearScale(double low, double high, double from, double to, double step) {
    private static final int MARKS = 6;

    /** An axis from round number to round number around some values, one or more. */
    static LinearScale around(List<Double> values, double from, double to) {
        double min = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double max = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        if (max - min < 1e-9 * Math.max(1, Math.abs(max))) {
            // One value stands in the middle.
            double room = max == 0 ? 1 : Math.abs(max) / 10;
            min -= room;
            max += room;
        }
        double step = step(max - min, 1e-9);
        return new LinearScale(Math.floor(min / step) * step, Math.ceil(max / step) * step, from, to, step);
    }

    /** An axis of whole numbers from 1. */
    static LinearScale counting(int last, double from, double to) {
        return new LinearScale(1, Math.max(2, last), from, to, step(Math.max(1, last - 1), 1));
    }

    /** The least round step that gives no more marks than there is room for. */
    private static double step(double span, double least) {
        double power = Math.pow(10, Math.floor(Math.log10(span / MARKS)));
        for (double step : new double[]{power, 2 * power, 5 * power}) {
            if (step >= least && span / step <= MARKS) {
                return step;
            }
        }
        return Math.max(least, 10 * power);
    }

    double place(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-6); i * step <= high + 1e-6 * step; i++) {
            marks.add(i * step);
        }
        return marks;
    }

    /** A mark with as many digits as tell it from the next. */
    String text(double mark) {
        int digits = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        return String.format(Locale.ROOT, "%." + digits + "f", mark);
    }
}
