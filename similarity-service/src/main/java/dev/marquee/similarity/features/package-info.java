/**
 * What a movie is like, as numbers: its metadata become a sparse vector of length one, so that the cosine of two movies
 * is a dot product.
 */
@NullMarked
package dev.marquee.similarity.features;

import org.jspecify.annotations.NullMarked;
