/**
 * How good a model is: errors of predicted stars, and what its lists are worth.
 */
package dev.marquee.cf.measure;
