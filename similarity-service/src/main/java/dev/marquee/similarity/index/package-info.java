/**
 * Exact cosine neighbours of movies and of profiles, with filters and with the reasons.
 */
package dev.marquee.similarity.index;
