/**
 * Ratings in PostgreSQL with the summaries of users and movies.
 */
package dev.marquee.cf.ratings;
