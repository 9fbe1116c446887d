/**
 * SGD: everything of stochastic gradient descent.
 */
package dev.marquee.cf.train.sgd;
