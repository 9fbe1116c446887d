package dev.marquee.cf.train;

/**
 * What a figure that a trainer tells of its progress measures.
 */
public enum Metric {
    /** Root of the mean squared error, in stars. */
    RMSE("rmse", false),
    /**
     * Root of the weighted squared error of preferences, relative to that of predicting none; 1 at the start, towards
     * 0.
     */
    WEIGHTED_ERROR("weightedError", false),
    /**
     * Normalised discounted cumulative gain of the first ten movies of each user's list, 0 to 1 (Järvelin, Kekäläinen
     * 2002).
     */
    NDCG_AT_10("ndcg@10", true);

    private final String id;
    private final boolean moreIsBetter;

    Metric(String id, boolean moreIsBetter) {
        this.id = id;
        this.moreIsBetter = moreIsBetter;
    }

    /** The name in answers and tables. */
    public String id() {
        return id;
    }

    /** Whether the first value is the better one; never, if it is NaN, always, if only the second is. */
    public boolean better(double first, double second) {
        return Double.isNaN(second) ? !Double.isNaN(first) : moreIsBetter ? first > second : first < second;
    }
}
