package dev.marquee.cf.predict;

import dev.marquee.cf.model.MovieFacts;
import java.util.Arrays;

/**
 * How someone rated before a rating is given, and when: how many there are before, the time since the last and the
 * first of them, what the last ones were beyond means and model, and how old the movie is in the data. Unknown where
 * the time is. Not thread-safe.
 */
final class TimeFeatures {
    static final int WIDTH = 9;
    private static final int SHORT = 3;
    private static final int LONG = 10;

    private final MovieFacts movies;
    private final Someone someone;

    TimeFeatures(MovieFacts movies, Someone someone) {
        this.movies = movies;
        this.someone = someone;
    }

    void fill(int movie, long when, float[] rows, int at) {
        Arrays.fill(rows, at, at + WIDTH, Float.NaN);
        if (when == 0) {
            return;
        }
        long[] seconds = someone.known.seconds();
        int before = someone.known.before(when);
        int next = at;
        rows[next++] = before / (float) Math.max(1, seconds.length);
        rows[next++] = (float) Math.log1p(before);
        rows[next++] = before == 0 ? Float.NaN : since(seconds[before - 1], when);
        rows[next++] = before == 0 ? Float.NaN : since(seconds[0], when);
        rows[next++] = before == 0 ? Float.NaN : someone.beyondMeans[before - 1];
        rows[next++] = last(someone.beyondMeans, before, SHORT);
        rows[next++] = last(someone.beyondMeans, before, LONG);
        rows[next++] = last(someone.beyondModel, before, LONG);
        rows[next] = movie < 0 ? Float.NaN : MovieFacts.day(when) - movies.firstDay(movie);
    }

    /** On a logarithmic scale; NaN where the earlier time is unknown. */
    private static float since(long earlier, long when) {
        return earlier == 0 ? Float.NaN : (float) Math.log1p((double) (when - earlier));
    }

    /** The mean of the last ones before, drawn to 0 as if by one more. */
    private static float last(float[] left, int before, int count) {
        float sum = 0;
        int from = Math.max(0, before - count);
        for (int i = from; i < before; i++) {
            sum += left[i];
        }
        return sum / (before - from + 1);
    }
}
