/**
 * Which movies fit a user best: exact top-N by inner product.
 */
package dev.marquee.cf.index;
