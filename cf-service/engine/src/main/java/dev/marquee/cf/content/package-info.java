/**
 * What movies are like by their content, as similarity-service knows it.
 */
@NullMarked
package dev.marquee.cf.content;

import org.jspecify.annotations.NullMarked;
