/**
 * How good a model is: error measures, and the protocols that apply them.
 */
package dev.marquee.cf.eval;
