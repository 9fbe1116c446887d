/**
 * Models in PostgreSQL: their rows, their arrays as checksummed chunks, and which of them is active.
 */
package dev.marquee.cf.model.store;
