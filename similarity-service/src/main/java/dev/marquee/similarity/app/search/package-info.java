/**
 * Search in memory over titles and people, forgiving case, accents, word order and a typo. Plain Java.
 */
@NullMarked
package dev.marquee.similarity.app.search;

import org.jspecify.annotations.NullMarked;
