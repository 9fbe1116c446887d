/**
 * SGD: everything of stochastic gradient descent.
 */
@NullMarked
package dev.marquee.cf.train.sgd;

import org.jspecify.annotations.NullMarked;
