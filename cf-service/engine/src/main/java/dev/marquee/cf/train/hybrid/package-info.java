/**
 * The final model: others' predictions and what is known besides, joined by boosted trees.
 */
@NullMarked
package dev.marquee.cf.train.hybrid;

import org.jspecify.annotations.NullMarked;
