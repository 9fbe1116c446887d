package dev.marquee.cf.app.recommend;

/**
 * Where a movie of a list comes from.
 */
public enum Source {
    MODEL, CONTENT, POPULAR
}
