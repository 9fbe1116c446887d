package dev.marquee.cf.model;

import java.util.List;
import java.util.Objects;

/**
 * By how much the ratings that a user gave at one sitting lie above or below what is expected of the user otherwise: a
 * mood, a page of movies that was filled in at once. A sitting is a run of ratings without a longer gap than so many
 * seconds; there are several levels, each with a gap of its own, whose numbers are added. Immutable, thread-safe.
 *
 * <p>
 * Who rates similar movies at one sitting seems to like them all more, or less. A prediction without a time had better
 * take that in, one that knows the sitting had better not; so users have a bias and factors of their own here.
 */
public final class Sittings {
    private final List<Level> levels;
    private final float[] biases;
    private final float[] factors;

    /**
     * @param levels one or more, of the same users
     * @param biases of users apart from their sittings; not copied
     * @param factors of users apart from their sittings, row-major; not copied
     */
    public Sittings(List<Level> levels, float[] biases, float[] factors) {
        this.levels = List.copyOf(levels);
        this.biases = Objects.requireNonNull(biases);
        this.factors = Objects.requireNonNull(factors);
    }

    /**
     * The sittings of all users by one gap. The arrays are not copied.
     *
     * @param gap the longest between two ratings of a sitting, in seconds
     * @param starts of each user the first sitting; one more for the end
     * @param spans of each sitting the seconds since 1970 of its first and its last rating, 32 bits each without a
     *            sign; ascending for each user
     * @param effects of each sitting, in stars
     */
    public record Level(int gap, int[] starts, long[] spans, float[] effects) {
        private static final int HALF = 32;

        /** First and last second as one number. */
        public static long span(long first, long last) {
            return (first << HALF) | last;
        }

        /** The sitting that a time belongs to: it begins and ends no farther from it than the gap. -1 without one. */
        int find(int user, long seconds) {
            int low = starts[user];
            int high = starts[user + 1];
            while (low < high) { // to the first that ends at that time or later
                int middle = (low + high) >>> 1;
                if ((spans[middle] & 0xffff_ffffL) < seconds) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            long after = low < starts[user + 1] ? Math.max(0, (spans[low] >>> HALF) - seconds) : Long.MAX_VALUE;
            long before = low > starts[user] ? seconds - (spans[low - 1] & 0xffff_ffffL) : Long.MAX_VALUE;
            if (Math.min(before, after) > gap) {
                return -1;
            }
            return after <= before ? low : low - 1;
        }

        boolean fits(int users) {
            return starts.length == users + 1 && spans.length == starts[users] && effects.length == spans.length;
        }
    }

    void requireSizes(int users, int k) {
        if (biases.length != users || factors.length != users * k
                || !levels.stream().allMatch(level -> level.fits(users))) {
            throw new IllegalArgumentException("Sittings of " + biases.length + " users with " + factors.length
                    + " factors do not fit " + users + " users, " + k + " factors");
        }
    }

    boolean finite() {
        return FactorModel.finite(biases) && FactorModel.finite(factors)
                && levels.stream().allMatch(level -> FactorModel.finite(level.effects()));
    }

    /** Whether the user is known to have sat anywhere. */
    boolean knows(int user) {
        return levels.getFirst().starts()[user] < levels.getFirst().starts()[user + 1];
    }

    /**
     * The user's bias at a time.
     *
     * @param user index
     * @param epochSeconds since 1970, not 0
     */
    float bias(int user, long epochSeconds) {
        float sum = biases[user];
        for (Level level : levels) {
            int sitting = level.find(user, epochSeconds);
            sum += sitting < 0 ? 0 : level.effects()[sitting];
        }
        return sum;
    }

    List<Level> levels() {
        return levels;
    }

    float[] biases() {
        return biases;
    }

    float[] factors() {
        return factors;
    }
}
