/**
 * What a training makes: factors and biases, and how they are stored.
 */
@NullMarked
package dev.marquee.cf.model;

import org.jspecify.annotations.NullMarked;
