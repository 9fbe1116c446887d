/**
 * The bundled sample: a catalogue of real films, and ratings that are generated from a model of taste.
 */
@NullMarked
package dev.marquee.launcher.sample;

import org.jspecify.annotations.NullMarked;
