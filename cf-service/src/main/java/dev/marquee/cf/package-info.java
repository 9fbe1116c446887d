/**
 * Collaborative filtering: ratings in, recommendations out.
 */
package dev.marquee.cf;
