/**
 * Which movies fit a user best: exact top-N by inner product.
 */
@NullMarked
package dev.marquee.cf.index;

import org.jspecify.annotations.NullMarked;
