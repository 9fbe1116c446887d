package dev.marquee.cf.predict;

import java.util.Arrays;

/**
 * How someone rated before a rating is given: how many there are before, the time since the last and the first of them,
 * and what the last ones were beyond means and model. What came later, or in the same second, changes none of them.
 * Unknown where the time is. Not thread-safe.
 */
final class TimeFeatures {
    static final int WIDTH = 7;
    private static final int SHORT = 3;
    private static final int LONG = 10;

    private final Someone someone;

    TimeFeatures(Someone someone) {
        this.someone = someone;
    }

    void fill(long when, float[] rows, int at) {
        Arrays.fill(rows, at, at + WIDTH, Float.NaN);
        if (when == 0) {
            return;
        }
        long[] seconds = someone.known.seconds();
        int before = someone.known.before(when);
        float generosity = someone.generosity(before);
        rows[at] = (float) Math.log1p(before);
        rows[at + 1] = before == 0 ? Float.NaN : since(seconds[before - 1], when);
        rows[at + 2] = before == 0 ? Float.NaN : since(seconds[0], when);
        rows[at + 3] = before == 0 ? Float.NaN : someone.aboveMeans[before - 1] - generosity;
        rows[at + 4] = last(someone.aboveMeans, generosity, before, SHORT);
        rows[at + 5] = last(someone.aboveMeans, generosity, before, LONG);
        rows[at + 6] = last(someone.beyondModel, 0, before, LONG);
    }

    /** On a logarithmic scale; NaN where the earlier time is unknown. */
    private static float since(long earlier, long when) {
        return earlier == 0 ? Float.NaN : (float) Math.log1p((double) (when - earlier));
    }

    /** The mean of the last ones before, less what is usual, drawn to 0 as if by one more. */
    private static float last(float[] left, float usual, int before, int count) {
        float sum = 0;
        int from = Math.max(0, before - count);
        for (int i = from; i < before; i++) {
            sum += left[i] - usual;
        }
        return sum / (before - from + 1);
    }
}
