/**
 * ALS: everything of alternating least squares with biases.
 */
package dev.marquee.cf.train.als;
