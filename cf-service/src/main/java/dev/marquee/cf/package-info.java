/**
 * Collaborative filtering: ratings in, recommendations out.
 */
@NullMarked
package dev.marquee.cf;

import org.jspecify.annotations.NullMarked;
