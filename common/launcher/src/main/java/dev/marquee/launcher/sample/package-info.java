/**
 * The bundled sample: a catalogue of real films, and ratings that are generated from a model of taste.
 */
package dev.marquee.launcher.sample;
