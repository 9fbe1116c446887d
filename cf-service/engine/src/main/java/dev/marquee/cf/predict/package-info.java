/**
 * Predicted stars of a model and someone's ratings: by the factors, and where the model has one, by its second stage.
 */
@NullMarked
package dev.marquee.cf.predict;

import org.jspecify.annotations.NullMarked;
