/**
 * The models that are stored, and the one that answers: kept in memory, swapped at once, the same in all replicas.
 */
@NullMarked
package dev.marquee.cf.app.models;

import org.jspecify.annotations.NullMarked;
