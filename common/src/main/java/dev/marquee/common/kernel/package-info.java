/**
 * Arithmetic on float vectors: one interface, a scalar reference, and the Vector API where it is to be had.
 *
 * <p>
 * A method that takes or returns a vector carries {@code ForceInline}: HotSpot inlines it anyway, but the compiler of
 * native executables would call it, and a vector that crosses a call lies on the heap, some two hundred times slower.
 */
@NullMarked
package dev.marquee.common.kernel;

import org.jspecify.annotations.NullMarked;
