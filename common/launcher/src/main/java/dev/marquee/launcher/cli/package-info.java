/**
 * What the command lines of {@code ./run} and its tools have in common: how options are read, explained, and refused.
 */
package dev.marquee.launcher.cli;
