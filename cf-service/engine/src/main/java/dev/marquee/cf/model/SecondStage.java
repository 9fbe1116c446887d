package dev.marquee.cf.model;

import dev.marquee.cf.boost.Forest;
import java.util.List;

/**
 * What a model learnt of its own errors: trees over features of a user, a movie and what both have to do with each
 * other, whose sum is added to the prediction of the factors. How the features are made of these is in the package
 * {@code predict}. Immutable, thread-safe.
 *
 * @param parts factors of each model of the first level, whose factors stand side by side in this model; their sum is
 *            the number of its factors
 * @param movies as many as the model has
 * @param forest the trees
 */
public record SecondStage(List<Integer> parts, MovieFacts movies, Forest forest) {
    public SecondStage {
        parts = List.copyOf(parts);
    }

    void requireSizes(int movieCount, int factors) {
        int sum = parts.stream().mapToInt(Integer::intValue).sum();
        if (sum != factors || movies.movies() != movieCount) {
            throw new IllegalArgumentException("A second stage over " + parts + " factors and " + movies.movies()
                    + " movies does not fit " + factors + " factors and " + movieCount + " movies");
        }
    }

    boolean finite() {
        return forest.finite() && movies.finite();
    }
}
