/**
 * Selecting the best k of many scored things.
 */
package dev.marquee.common.rank;
