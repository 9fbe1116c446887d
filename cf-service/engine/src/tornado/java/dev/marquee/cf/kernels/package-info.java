/**
 * The GPU kernels, written against TornadoVM's API, the tool that compiles them ahead of time, and the device that
 * compiles them just in time. Compiled only where {@code TORNADOVM_HOME} names an SDK; the service itself needs none of
 * it.
 */
@NullMarked
package dev.marquee.cf.kernels;

import org.jspecify.annotations.NullMarked;
