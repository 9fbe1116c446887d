/**
 * Content similarity: movies with their metadata become feature vectors, and cosine similarity ranks them.
 */
@NullMarked
package dev.marquee.similarity;

import org.jspecify.annotations.NullMarked;
