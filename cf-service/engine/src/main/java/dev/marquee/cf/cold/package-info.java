/**
 * What a model would say of movies that hardly anybody has rated yet.
 */
@NullMarked
package dev.marquee.cf.cold;

import org.jspecify.annotations.NullMarked;
