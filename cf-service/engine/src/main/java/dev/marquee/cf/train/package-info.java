/**
 * The contract of training: an {@link dev.marquee.cf.train.Algorithm} describes itself, an {@link dev.marquee.cf.train.Estimator} is
 * one with its options, and all trainers keep what {@link dev.marquee.cf.train.Trainer} says.
 */
package dev.marquee.cf.train;
