/**
 * Measurements of the similarity service; the module's README says how to run them and what they gave.
 */
package dev.marquee.similarity.bench;
