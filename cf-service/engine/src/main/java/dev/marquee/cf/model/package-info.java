/**
 * What a training makes: factors and biases, and how they are stored.
 */
package dev.marquee.cf.model;
