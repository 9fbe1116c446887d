/**
 * A movie as the rest of the service sees it: immutable, independent of files and tables.
 */
package dev.marquee.similarity.movie;
