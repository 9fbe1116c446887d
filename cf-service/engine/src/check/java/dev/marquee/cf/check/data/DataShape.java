package dev.marquee.cf.check.data;

/**
 * How large a generated data set is.
 *
 * @param ratings in all
 * @param users each with at least {@value #LEAST_RATINGS} ratings
 * @param movies in the movies file
 * @param ratedMovies how many of them have a rating
 */
public record DataShape(int ratings, int users, int movies, int ratedMovies) {
    public static final int LEAST_RATINGS = 20;

    /** The numbers of MovieLens 25M. */
    public static final DataShape ML_25M = new DataShape(25_000_095, 162_541, 62_423, 59_047);

    /** The numbers of MovieLens 20M. */
    public static final DataShape ML_20M = new DataShape(20_000_263, 138_493, 27_278, 26_744);

    /** The proportions of MovieLens 25M, smaller. */
    public static DataShape ofRatings(int ratings) {
        double part = (double) ratings / ML_25M.ratings;
        int rated = (int) Math.max(500, ML_25M.ratedMovies * Math.sqrt(part));
        int users = (int) Math.max(rated, ML_25M.users * part);
        return ratings == ML_25M.ratings ? ML_25M : new DataShape(ratings, users, rated + rated / 17, rated);
    }

    public DataShape {
        if (ratedMovies > movies || ratedMovies > users || (long) users * LEAST_RATINGS > ratings) {
            throw new IllegalArgumentException("too few ratings or users for the movies");
        }
    }
}
