/**
 * Trainings as jobs: one at a time over all replicas, watched, cancelled, and marked where they were interrupted.
 */
@NullMarked
package dev.marquee.cf.app.training;

import org.jspecify.annotations.NullMarked;
