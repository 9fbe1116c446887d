/**
 * What similarity-service knows of movies, with timeouts, retries, a circuit breaker and a cache that outlives its
 * absence.
 */
@NullMarked
package dev.marquee.cf.app.catalogue;

import org.jspecify.annotations.NullMarked;
