/**
 * What users say of movies, and what is stored of it.
 */
package dev.marquee.cf.app.feedback;
