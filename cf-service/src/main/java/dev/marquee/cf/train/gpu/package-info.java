/**
 * Devices that run the kernels: how one is found, opened and called. What is computed there is up to the trainers, which
 * know this package; it knows none of them.
 */
package dev.marquee.cf.train.gpu;
