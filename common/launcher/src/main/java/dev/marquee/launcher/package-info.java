/**
 * What brings Marquee up on one machine: the program behind {@code ./run} and the bundled sample. It starts the
 * services as programs of their own, and none of them carries it.
 */
@NullMarked
package dev.marquee.launcher;

import org.jspecify.annotations.NullMarked;
