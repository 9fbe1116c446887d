/**
 * Ratings as a sparse matrix, and its division into a part to train on and a part to test on.
 */
package dev.marquee.cf.matrix;
