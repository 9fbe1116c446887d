package dev.marquee.cf.train.bpmf;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.Sittings;
import dev.marquee.cf.train.support.RunningState;
import dev.marquee.cf.train.support.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What users' ratings have in common that were given at one sitting ({@link Sittings}), during Gibbs sampling: a number
 * for each sitting of each level, normal around 0 with a precision of its level, which is drawn, too. It is the bias of
 * a user at a time, as in timeSVD++ (Koren 2009), but of sittings instead of days. Not thread-safe.
 */
final class GibbsSittings {
    /** Seconds: a page of movies, a visit, a day. */
    private static final int[] GAPS = {15, 300, 21_600};
    private static final double FIRST_PRECISION = 20;
    private static final int ROWS_AT_ONCE = 64;

    private final RatingMatrix train;
    private final long seed;
    private final List<SittingBins> levels = new ArrayList<>();
    private final double[] precisions = new double[GAPS.length];
    private final List<double[]> sums = new ArrayList<>();
    private final double[] scatter;
    private final float[] offsets;
    private final int[] ofMovies;
    private final float[] usual;

    /** @param checkCancelled called often; throws what ends the training */
    GibbsSittings(RatingMatrix train, long seed, Runnable checkCancelled) {
        this.train = train;
        this.seed = seed;
        for (int gap : GAPS) {
            levels.add(SittingBins.of(train, gap, checkCancelled));
            sums.add(new double[levels.getLast().sittings()]);
        }
        Arrays.fill(precisions, FIRST_PRECISION);
        this.scatter = new double[train.users().size()];
        this.offsets = new float[train.size()];
        this.usual = new float[train.users().size()];
        this.ofMovies = positions(train);
    }

    /** Of each position by movie the one by user. */
    private static int[] positions(RatingMatrix train) {
        Csr byUser = train.byUser();
        int[] next = new int[train.byMovie().rows()];
        for (int movie = 0; movie < next.length; movie++) {
            next[movie] = train.byMovie().start(movie);
        }
        int[] positions = new int[byUser.size()];
        for (int position = 0; position < positions.length; position++) {
            positions[next[byUser.index(position)]++] = position;
        }
        return positions;
    }

    /**
     * What a rating has of its sittings.
     *
     * @param side {@link Draws#USERS} or {@link Draws#MOVIES}
     * @param position by that side
     */
    float of(int side, int position) {
        return offsets[side == Draws.USERS ? position : ofMovies[position]];
    }

    /** The mean over a user's ratings. */
    float usual(int user) {
        return usual[user];
    }

    /** Draws the sittings of one user, given the rest. */
    final class Row {
        private double[] sum = {};
        private int[] count = {};

        /**
         * @param residuals of the user's ratings, less what the factors make of them
         * @param precision of the user's ratings
         * @return the sum of the squares of what remains
         */
        double draw(int sweep, int user, double[] residuals, double precision) {
            RandomGenerator random = Draws.of(seed, sweep, Draws.SITTINGS, user);
            int from = train.byUser().start(user);
            int length = train.byUser().length(user);
            for (int level = 0; level < GAPS.length; level++) {
                drawLevel(level, user, from, length, residuals, precision, random);
            }
            sumOffsets(user);
            double squares = 0;
            for (int i = 0; i < length; i++) {
                squares += Math.pow(residuals[i] - offsets[from + i], 2);
            }
            return squares;
        }

        private void drawLevel(int number, int user, int from, int length, double[] residuals, double precision,
                RandomGenerator random) {
            Sittings.Level level = levels.get(number).level();
            int[] ofRating = levels.get(number).ofRating();
            float[] effects = level.effects();
            int first = level.starts()[user];
            int sittings = level.starts()[user + 1] - first;
            if (sum.length < sittings) {
                sum = new double[sittings];
                count = new int[sittings];
            }
            Arrays.fill(sum, 0, sittings, 0);
            Arrays.fill(count, 0, sittings, 0);
            for (int i = 0; i < length; i++) {
                int sitting = ofRating[from + i];
                if (sitting >= 0) {
                    sum[sitting - first] += residuals[i] - offset(from + i) + effects[sitting];
                    count[sitting - first]++;
                }
            }
            for (int i = 0; i < sittings; i++) {
                double known = precisions[number] + precision * count[i];
                effects[first + i] = (float) (precision * sum[i] / known + random.nextGaussian() / Math.sqrt(known));
            }
        }
    }

    private float offset(int position) {
        return SittingBins.offset(levels, position);
    }

    private void sumOffsets(int user) {
        int from = train.byUser().start(user);
        int to = train.byUser().end(user);
        double sum = 0;
        for (int position = from; position < to; position++) {
            offsets[position] = offset(position);
            sum += offsets[position];
        }
        usual[user] = (float) (sum / Math.max(1, to - from));
    }

    /** Draws how far the sittings of each level scatter, once those of all users are drawn. */
    void drawPrecisions(int sweep) {
        for (int level = 0; level < GAPS.length; level++) {
            float[] effects = levels.get(level).level().effects();
            double squares = 0;
            for (float effect : effects) {
                squares += effect * effect;
            }
            precisions[level] = Belief.precision(effects.length, squares,
                    Draws.of(seed, sweep, Draws.SITTINGS, Draws.NOISE_LEVEL - level));
        }
    }

    /** Takes the present sample into the mean. */
    void keep(Workers workers) {
        for (int level = 0; level < GAPS.length; level++) {
            float[] effects = levels.get(level).level().effects();
            double[] sum = sums.get(level);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += effects[i];
            }
        }
        workers.chunks(scatter.length, ROWS_AT_ONCE, (from, to) -> {
            for (int user = from; user < to; user++) {
                double squares = 0;
                for (int position = train.byUser().start(user); position < train.byUser().end(user); position++) {
                    squares += Math.pow(offsets[position] - usual[user], 2);
                }
                scatter[user] += squares / Math.max(1, train.byUser().length(user));
            }
        });
    }

    /** Of each user the variance that times would explain, as the mean of the samples kept. */
    double[] variances(int samples) {
        return Arrays.stream(scatter).map(sum -> sum / samples).toArray();
    }

    /** The mean of the samples kept, whose number is given. */
    List<SittingBins> mean(int samples) {
        List<SittingBins> means = new ArrayList<>();
        for (int level = 0; level < GAPS.length; level++) {
            Sittings.Level live = levels.get(level).level();
            float[] effects = new float[sums.get(level).length];
            for (int i = 0; i < effects.length; i++) {
                effects[i] = (float) (sums.get(level)[i] / samples);
            }
            means.add(new SittingBins(new Sittings.Level(live.gap(), live.starts(), live.spans(), effects),
                    levels.get(level).ofRating()));
        }
        return means;
    }

    RunningState addTo(RunningState state) {
        for (int level = 0; level < GAPS.length; level++) {
            state.floats("sittings" + level, levels.get(level).level().effects()).doubles("sittingSums" + level,
                    sums.get(level));
        }
        return state.doubles("sittingPrecisions", precisions).doubles("sittingScatter", scatter);
    }

    /** Makes what follows from numbers that were restored. */
    void restore() {
        for (int user = 0; user < usual.length; user++) {
            sumOffsets(user);
        }
    }
}
