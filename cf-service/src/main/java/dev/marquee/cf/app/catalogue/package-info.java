/**
 * What similarity-service knows of movies, with timeouts, retries, a circuit breaker and a cache that outlives its
 * absence.
 */
package dev.marquee.cf.app.catalogue;
