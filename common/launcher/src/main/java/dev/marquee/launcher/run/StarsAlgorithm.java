package dev.marquee.launcher.run;

import java.util.Locale;
import java.util.Optional;

/**
 * How the first model for stars is trained where nobody says how: by the final model, {@code hybrid}, where there are
 * enough ratings for it to be better and few enough for it to be done in minutes, else by {@code als}.
 */
final class StarsAlgorithm {
    static final String FINAL = "hybrid";
    static final String QUICK = "als";
    /** From so many ratings on, and from half as many, it was better on parts of MovieLens 100K and 1M. */
    static final long LEAST_RATINGS = 20_000;
    /** With more it takes longer than most want to wait for their first list. */
    static final long MOST_RATINGS = 2_000_000;
    /**
     * As seen on two cores that did nothing else, with the training anew on all ratings: MovieLens latest-small, 100K
     * and 1M. However few the ratings, the same number of models is trained.
     */
    private static final double LEAST_SECONDS = 50;
    private static final double SECONDS_A_MILLION = 200;
    private static final long MILLION = 1_000_000;
    /** So many times longer it takes where others want the cores, too. */
    private static final int BUSY = 2;
    private static final int USUAL_CORES = 2;
    private static final int MINUTE = 60;

    private StarsAlgorithm() {}

    /** @param wanted what was asked for, or empty */
    static String of(Optional<String> wanted, long ratings) {
        return wanted.orElse(ratings >= LEAST_RATINGS && ratings <= MOST_RATINGS ? FINAL : QUICK);
    }

    /** How long it may take, as a clause; empty where it is a matter of seconds. */
    static String duration(String algorithm, long ratings, int cores) {
        if (!algorithm.equals(FINAL)) {
            return "";
        }
        double idle = (LEAST_SECONDS + SECONDS_A_MILLION * ratings / MILLION) * USUAL_CORES / Math.max(1, cores);
        return String.format(Locale.ROOT, ", which takes %d to %d minutes; --algorithm als takes seconds",
                Math.max(1, (long) (idle / MINUTE)), 1 + (long) (BUSY * idle / MINUTE));
    }
}
