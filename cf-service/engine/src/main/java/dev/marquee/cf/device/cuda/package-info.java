/**
 * CUDA, by its driver's library.
 */
package dev.marquee.cf.device.cuda;
