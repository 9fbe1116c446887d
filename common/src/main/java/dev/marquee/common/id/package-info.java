/**
 * External ids, such as MovieLens ids, to dense array indexes and back.
 */
package dev.marquee.common.id;
