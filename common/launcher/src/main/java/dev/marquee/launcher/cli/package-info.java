/**
 * What the command lines of {@code ./run} and its tools have in common: how options are read, explained, and refused.
 */
@NullMarked
package dev.marquee.launcher.cli;

import org.jspecify.annotations.NullMarked;
