/**
 * Reads what movies are like by their content from similarity-service.
 */
@NullMarked
package dev.marquee.cf.content.read;

import org.jspecify.annotations.NullMarked;
