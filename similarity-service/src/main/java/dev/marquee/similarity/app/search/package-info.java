/**
 * Search in memory over titles and people, forgiving case, accents, word order and a typo. Plain Java.
 */
package dev.marquee.similarity.app.search;
