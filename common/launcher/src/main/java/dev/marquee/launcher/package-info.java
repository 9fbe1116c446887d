/**
 * What brings Marquee up on one machine: the program behind {@code ./run} and the bundled sample. It starts the
 * services as programs of their own, and none of them carries it.
 */
package dev.marquee.launcher;
