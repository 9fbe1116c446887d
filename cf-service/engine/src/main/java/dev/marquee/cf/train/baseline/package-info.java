/**
 * Models without factors, to compare others with: the mean, biases, the most popular.
 */
package dev.marquee.cf.train.baseline;
