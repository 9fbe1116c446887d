/**
 * Trainers: from a rating matrix to a model. All keep one contract, {@link dev.marquee.cf.train.Trainer}.
 */
package dev.marquee.cf.train;
