/**
 * Content similarity: movies with their metadata become feature vectors, and cosine similarity ranks them.
 */
package dev.marquee.similarity;
