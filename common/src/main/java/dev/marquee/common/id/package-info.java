/**
 * External ids, such as MovieLens ids, to dense array indexes and back.
 */
@NullMarked
package dev.marquee.common.id;

import org.jspecify.annotations.NullMarked;
