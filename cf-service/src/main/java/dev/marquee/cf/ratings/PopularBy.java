package dev.marquee.cf.ratings;

/**
 * What popular movies are ordered by. The damped mean is that of a movie's ratings and some more of the overall mean.
 */
public enum PopularBy {
    /**
     * The number of ratings times the square of their damped mean: how many rated a movie, and a little how they liked
     * it. Where everybody rates alike, it is the order of the number.
     */
    COUNT("rating_count * damped * damped"),
    /** The damped mean alone. */
    RATING("damped");

    private final String sql;

    PopularBy(String sql) {
        this.sql = sql;
    }

    /** Of a movie's {@code rating_count} and its mean {@code damped}. */
    String sql() {
        return sql;
    }
}
