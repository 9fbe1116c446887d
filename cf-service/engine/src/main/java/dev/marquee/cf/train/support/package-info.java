/**
 * What trainers are made of, whatever they learn: threads, the course of a training, its running state and checkpoints,
 * and how a model is judged meanwhile.
 */
@NullMarked
package dev.marquee.cf.train.support;

import org.jspecify.annotations.NullMarked;
