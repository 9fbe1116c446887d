/**
 * What the service does with the catalogue: keeps the index of it in memory, imports, searches and compares.
 */
@NullMarked
package dev.marquee.similarity.app;

import org.jspecify.annotations.NullMarked;
