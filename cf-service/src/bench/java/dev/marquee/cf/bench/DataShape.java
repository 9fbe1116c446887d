package dev.marquee.cf.bench;

/**
 * How large a generated data set is.
 *
 * @param ratings in all
 * @param users each with at least {@value #LEAST_RATINGS} ratings
 * @param movies in the movies file
 * @param ratedMovies how many of them have a rating
 */
record DataShape(int ratings, int users, int movies, int ratedMovies) {
    static final int LEAST_RATINGS = 20;

    /** The numbers of MovieLens 25M. */
    static final DataShape ML_25M = new DataShape(25_000_095, 162_541, 62_423, 59_047);

    /** The same proportions, smaller. */
    static DataShape ofRatings(int ratings) {
        double part = (double) ratings / ML_25M.ratings;
        int rated = (int) Math.max(500, ML_25M.ratedMovies * Math.sqrt(part));
        int users = (int) Math.max(rated, ML_25M.users * part);
        return ratings == ML_25M.ratings ? ML_25M : new DataShape(ratings, users, rated + rated / 17, rated);
    }

    DataShape {
        if (ratedMovies > movies || ratedMovies > users || (long) users * LEAST_RATINGS > ratings) {
            throw new IllegalArgumentException("too few ratings or users for the movies");
        }
    }
}
