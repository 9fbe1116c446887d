/**
 * Benchmarks of whole programs and hot loops, and the data that they need.
 */
package dev.marquee.cf.bench;
