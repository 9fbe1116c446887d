/**
 * Ratings in PostgreSQL with the summaries of users and movies.
 */
@NullMarked
package dev.marquee.cf.ratings;

import org.jspecify.annotations.NullMarked;
