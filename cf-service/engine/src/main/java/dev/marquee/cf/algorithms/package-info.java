/**
 * The algorithms that there are: the one place that knows them all. The packages of algorithms do not know one another.
 */
@NullMarked
package dev.marquee.cf.algorithms;

import org.jspecify.annotations.NullMarked;
