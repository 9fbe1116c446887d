/**
 * OpenCL, by its library.
 */
package dev.marquee.cf.device.opencl;
