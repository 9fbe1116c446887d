/**
 * How good a model is: measures, the protocols that apply them, and reports.
 */
@NullMarked
package dev.marquee.cf.eval;

import org.jspecify.annotations.NullMarked;
