/**
 * Kernels as they are declared, compiled ahead of time, and listed in a manifest. What each computes is said beside the
 * code that starts it.
 */
@NullMarked
package dev.marquee.cf.device.kernel;

import org.jspecify.annotations.NullMarked;
