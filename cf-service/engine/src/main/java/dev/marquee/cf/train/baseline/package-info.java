/**
 * Models without factors, to compare others with: the mean, biases, the most popular.
 */
@NullMarked
package dev.marquee.cf.train.baseline;

import org.jspecify.annotations.NullMarked;
