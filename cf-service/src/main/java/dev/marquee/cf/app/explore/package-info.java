/**
 * What else can be asked: predictions of single ratings, popular movies, neighbours, and numbers about all of it.
 */
@NullMarked
package dev.marquee.cf.app.explore;

import org.jspecify.annotations.NullMarked;
