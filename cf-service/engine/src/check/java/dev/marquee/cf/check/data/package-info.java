/**
 * Ratings of chosen shapes, made in memory, and read from files, for checks and benchmarks.
 */
package dev.marquee.cf.check.data;
