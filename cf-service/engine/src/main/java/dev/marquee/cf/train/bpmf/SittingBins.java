package dev.marquee.cf.train.bpmf;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.Sittings;
import java.util.Arrays;
import java.util.List;

/**
 * Which ratings belong to one sitting, by one gap. Immutable but for the effects of its level.
 *
 * @param level with effects of 0 at first
 * @param ofRating the sitting of each position of {@link RatingMatrix#byUser}; -1 where the time is not known
 */
record SittingBins(Sittings.Level level, int[] ofRating) {

    /** @param checkCancelled called often; throws what ends the training */
    static SittingBins of(RatingMatrix train, int gap, Runnable checkCancelled) {
        Csr byUser = train.byUser();
        int[] starts = new int[byUser.rows() + 1];
        int[] ofRating = new int[byUser.size()];
        Arrays.fill(ofRating, -1);
        long[] spans = new long[byUser.size()];
        int next = 0;
        for (int user = 0; user < byUser.rows(); user++) {
            checkCancelled.run();
            int from = byUser.start(user);
            long[] order = timed(train, from, byUser.end(user));
            long first = 0;
            long last = 0;
            for (int i = 0; i < order.length; i++) {
                long time = order[i] >>> 32;
                if (i == 0 || time - last > gap) {
                    first = time;
                    next++;
                }
                last = time;
                spans[next - 1] = Sittings.Level.span(first, last);
                ofRating[from + (int) order[i]] = next - 1;
            }
            starts[user + 1] = next;
        }
        return new SittingBins(new Sittings.Level(gap, starts, Arrays.copyOf(spans, next), new float[next]), ofRating);
    }

    /** Time and number of those ratings that have a time, by time; without a sign until 2106. */
    private static long[] timed(RatingMatrix train, int from, int to) {
        long[] order = new long[to - from];
        int count = 0;
        for (int position = from; position < to; position++) {
            if (train.epochSeconds(position) != 0) {
                // The sign bit is turned so that times after 2038 sort last, and back.
                order[count++] = ((train.epochSeconds(position) << 32) | (position - from)) ^ Long.MIN_VALUE;
            }
        }
        Arrays.sort(order, 0, count);
        for (int i = 0; i < count; i++) {
            order[i] ^= Long.MIN_VALUE;
        }
        return Arrays.copyOf(order, count);
    }

    /** What a rating has of its sittings on all levels. */
    static float offset(List<SittingBins> levels, int position) {
        float sum = 0;
        for (SittingBins level : levels) {
            int sitting = level.ofRating[position];
            sum += sitting < 0 ? 0 : level.level.effects()[sitting];
        }
        return sum;
    }

    int sittings() {
        return level.effects().length;
    }
}
