/**
 * Linear algebra for one row at a time: normal equations, their solution, and newcomers folded in by it.
 */
package dev.marquee.cf.train.solve;
