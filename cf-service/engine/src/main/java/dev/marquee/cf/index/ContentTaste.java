package dev.marquee.cf.index;

/**
 * How movies' content is like what someone likes.
 */
interface ContentTaste {
    /**
     * Below 0 where it is like what is disliked, above 0 where it is like what is liked, 0 where nothing is known; 1
     * for the usual likeness of two movies.
     *
     * @param movie the model's index
     */
    float like(int movie);
}
