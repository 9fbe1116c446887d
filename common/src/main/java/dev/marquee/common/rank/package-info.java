/**
 * Selecting the best k of many scored things.
 */
@NullMarked
package dev.marquee.common.rank;

import org.jspecify.annotations.NullMarked;
