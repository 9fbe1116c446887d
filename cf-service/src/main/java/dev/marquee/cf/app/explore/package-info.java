/**
 * What else can be asked: predictions of single ratings, popular movies, neighbours, and numbers about all of it.
 */
package dev.marquee.cf.app.explore;
