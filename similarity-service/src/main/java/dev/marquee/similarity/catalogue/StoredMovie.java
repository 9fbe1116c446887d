package dev.marquee.similarity.catalogue;

import java.util.Set;

/**
 * What storing one movie did.
 *
 * @param created whether the movie is new
 * @param touched ids of all movies that read differently now: this one, and those that share a renamed person
 */
public record StoredMovie(boolean created, Set<Long> touched) {
    public StoredMovie {
        touched = Set.copyOf(touched);
    }
}
