package dev.marquee.cf.app.recommend;

import dev.marquee.cf.ratings.PopularMovie;
import org.jspecify.annotations.Nullable;

/**
 * A movie that may enter a list, with what each source says of it.
 *
 * @param movie its index in the model that orders; -1 where the model does not know it
 * @param damped what that model ranks it by: the score of a ranking model, or stars above the user's usual, shrunk for
 *            movies with few ratings
 * @param content how like the user's profile similarity-service finds it; 0 where it did not put the movie up
 * @param popular {@code null} outside a list of popular movies
 * @param rare whether it is below the popularity floor
 * @param personal how much of its place is owed to what the user rated, 0 to 1, and not to what everybody likes
 */
record Candidate(long movieId, int movie, double damped, double content, @Nullable PopularMovie popular, boolean rare,
        double personal) {

    /** Of which all is said by what the user rated. */
    Candidate(long movieId, int movie, double damped, double content, @Nullable PopularMovie popular, boolean rare) {
        this(movieId, movie, damped, content, popular, rare, 1);
    }

    /** Whether its content put it up. */
    boolean like() {
        return content > 0;
    }

    /**
     * A candidate with its place in the list.
     *
     * @param score what the list is ordered by
     * @param relevance the score scaled to 0 … 1
     * @param source which brought it in
     */
    record Ranked(Candidate candidate, double score, double relevance, Source source) implements Comparable<Ranked> {

        /** The same behind another: its score is of that list. */
        Ranked behind(Ranked other) {
            return new Ranked(candidate, other.score, relevance, source);
        }

        /** Best first; equal scores by movie id. */
        @Override
        public int compareTo(Ranked other) {
            int byScore = Double.compare(other.score, score);
            return byScore == 0 ? Long.compare(candidate.movieId, other.candidate.movieId) : byScore;
        }
    }
}
