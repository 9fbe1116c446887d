/**
 * Ratings as a sparse matrix, and its division into a part to train on and a part to test on.
 */
@NullMarked
package dev.marquee.cf.matrix;

import org.jspecify.annotations.NullMarked;
