/**
 * How good a model is: measures, the protocols that apply them, and reports.
 */
package dev.marquee.cf.eval;
