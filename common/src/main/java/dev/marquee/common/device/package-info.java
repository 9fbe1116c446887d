/**
 * Where computing is wished to run: what a command line, a configuration and a training say by the same words.
 */
@NullMarked
package dev.marquee.common.device;

import org.jspecify.annotations.NullMarked;
