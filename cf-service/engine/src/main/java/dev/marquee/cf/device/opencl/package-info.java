/**
 * OpenCL, by its library.
 */
@NullMarked
package dev.marquee.cf.device.opencl;

import org.jspecify.annotations.NullMarked;
