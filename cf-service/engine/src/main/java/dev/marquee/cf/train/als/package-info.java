/**
 * ALS: everything of alternating least squares with biases.
 */
@NullMarked
package dev.marquee.cf.train.als;

import org.jspecify.annotations.NullMarked;
