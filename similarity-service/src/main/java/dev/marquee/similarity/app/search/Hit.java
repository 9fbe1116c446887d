package dev.marquee.similarity.app.search;

/**
 * A movie that fits, and how well: 0 without typed words, else above 0, higher is better.
 */
record Hit(Entry entry, double score) {}
