/**
 * Ratings out of MovieLens files of every release: lines become primitive rows, and every line that is left out has a
 * reason.
 */
@NullMarked
package dev.marquee.cf.ingest;

import org.jspecify.annotations.NullMarked;
