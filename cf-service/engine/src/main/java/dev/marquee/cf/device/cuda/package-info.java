/**
 * CUDA, by its driver's library.
 */
@NullMarked
package dev.marquee.cf.device.cuda;

import org.jspecify.annotations.NullMarked;
