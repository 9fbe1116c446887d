/**
 * How good a model is: errors of predicted stars, and what its lists are worth.
 */
@NullMarked
package dev.marquee.cf.measure;

import org.jspecify.annotations.NullMarked;
