/**
 * BPMF: everything of Bayesian matrix factorisation by Gibbs sampling.
 */
package dev.marquee.cf.train.bpmf;
