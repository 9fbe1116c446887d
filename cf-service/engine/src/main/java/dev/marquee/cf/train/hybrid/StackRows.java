package dev.marquee.cf.train.hybrid;

import dev.marquee.cf.boost.BoostRows;
import dev.marquee.cf.train.support.RunningState;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The rows that trees learn from, fold after fold: features, the mean prediction, what each model of the first level
 * predicted, and the rating. Not thread-safe, apart from writing different rows.
 */
final class StackRows {
    final int width;
    final int parts;
    final float[] features;
    final float[] guesses;
    final float[] targets;
    /** 1 for a row of someone who is known by a few of their ratings, 0 for others. */
    final float[] few;
    /** How much of what trees say is taken over. */
    final float[] trust;
    /** What the models expect of their squared error; 0 where they expect nothing. */
    final float[] variances;
    /** By row, clipped to the range of ratings. */
    final float[] predictions;
    private final long[] used = new long[1];

    StackRows(int most, int width, int parts) {
        this.width = width;
        this.parts = parts;
        features = new float[Math.multiplyExact(most, width)];
        guesses = new float[most];
        targets = new float[most];
        few = new float[most];
        trust = new float[most];
        variances = new float[most];
        predictions = new float[Math.multiplyExact(most, parts)];
    }

    int size() {
        return (int) used[0];
    }

    int capacity() {
        return targets.length;
    }

    /** @return the first of so many new rows */
    int append(int count) {
        int first = size();
        used[0] += count;
        return first;
    }

    /** Some of the rows, with their targets. */
    BoostRows where(IntPredicate wanted) {
        int count = 0;
        int[] rows = new int[size()];
        for (int row = 0; row < size(); row++) {
            if (wanted.test(row)) {
                rows[count++] = row;
            }
        }
        float[] chosen = new float[Math.multiplyExact(count, width)];
        float[] guess = new float[count];
        float[] target = new float[count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(features, rows[i] * width, chosen, i * width, width);
            guess[i] = guesses[rows[i]];
            target[i] = targets[rows[i]];
        }
        return new BoostRows(width, chosen, guess, target);
    }

    /** All rows; without a copy where the room is full. */
    BoostRows all() {
        int size = size();
        return size == capacity()
                ? new BoostRows(width, features, guesses, targets)
                : new BoostRows(width, Arrays.copyOf(features, size * width), Arrays.copyOf(guesses, size),
                        Arrays.copyOf(targets, size));
    }

    RunningState addTo(RunningState state) {
        return state.floats("features", features).floats("guesses", guesses).floats("targets", targets)
                .floats("predictions", predictions).floats("few", few).floats("trust", trust)
                .floats("variances", variances).longs("used", used);
    }
}
