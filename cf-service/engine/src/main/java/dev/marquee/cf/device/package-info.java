/**
 * Devices that run kernels: how one is opened and called. What is computed there is up to others, which know this
 * package; it knows none of them.
 */
@NullMarked
package dev.marquee.cf.device;

import org.jspecify.annotations.NullMarked;
