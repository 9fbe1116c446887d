package dev.marquee.cf.eval;

import dev.marquee.cf.matrix.RatingMatrix;

/**
 * What the data of a report were.
 *
 * @param name of the folder or file
 * @param ratings of all, before they are divided
 * @param density share of the pairs of users and movies that have a rating
 */
public record DataFacts(String name, int ratings, int users, int movies, double density, double meanRating,
        float minRating, float maxRating) {

    static DataFacts of(String name, RatingMatrix all) {
        return new DataFacts(name, all.size(),
                all.users().size(), all.movies().size(),
                all.size() / ((double) all.users().size() * all.movies().size()), all.mean(), all.minRating(),
                all.maxRating());
    }
}
