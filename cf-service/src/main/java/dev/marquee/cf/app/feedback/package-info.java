/**
 * What users say of movies, and what is stored of it.
 */
@NullMarked
package dev.marquee.cf.app.feedback;

import org.jspecify.annotations.NullMarked;
