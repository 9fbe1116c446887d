/**
 * BPMF: everything of Bayesian matrix factorisation by Gibbs sampling.
 */
@NullMarked
package dev.marquee.cf.train.bpmf;

import org.jspecify.annotations.NullMarked;
