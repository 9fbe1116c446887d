/**
 * Exact cosine neighbours of movies and of profiles, with filters and with the reasons.
 */
@NullMarked
package dev.marquee.similarity.index;

import org.jspecify.annotations.NullMarked;
