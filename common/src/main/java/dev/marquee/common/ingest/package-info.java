/**
 * Reading data files from outside: which release a folder holds, lines and fields with their places, and what was left
 * out and why. Memory does not grow with the files.
 */
@NullMarked
package dev.marquee.common.ingest;

import org.jspecify.annotations.NullMarked;
