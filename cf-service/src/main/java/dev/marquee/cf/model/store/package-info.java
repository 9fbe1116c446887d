/**
 * Models in PostgreSQL: their rows, their arrays as checksummed chunks, and which of them is active.
 */
@NullMarked
package dev.marquee.cf.model.store;

import org.jspecify.annotations.NullMarked;
