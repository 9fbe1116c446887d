/**
 * Linear algebra for one row at a time: normal equations, their solution, and newcomers folded in by it.
 */
@NullMarked
package dev.marquee.cf.train.solve;

import org.jspecify.annotations.NullMarked;
