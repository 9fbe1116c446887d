/**
 * The contract of training: an {@link dev.marquee.cf.train.Algorithm} describes itself, an
 * {@link dev.marquee.cf.train.Estimator} is one with its options, and all trainers keep what
 * {@link dev.marquee.cf.train.Trainer} says.
 */
@NullMarked
package dev.marquee.cf.train;

import org.jspecify.annotations.NullMarked;
