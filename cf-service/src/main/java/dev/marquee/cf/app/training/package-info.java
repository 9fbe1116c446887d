/**
 * Trainings as jobs: one at a time over all replicas, watched, cancelled, and marked where they were interrupted.
 */
package dev.marquee.cf.app.training;
