/**
 * Arithmetic on float vectors: one interface, a scalar reference, and the Vector API where it is to be had.
 */
package dev.marquee.common.kernel;
