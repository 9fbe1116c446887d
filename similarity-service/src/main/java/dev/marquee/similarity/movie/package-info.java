/**
 * A movie as the rest of the service sees it: immutable, independent of files and tables.
 */
@NullMarked
package dev.marquee.similarity.movie;

import org.jspecify.annotations.NullMarked;
