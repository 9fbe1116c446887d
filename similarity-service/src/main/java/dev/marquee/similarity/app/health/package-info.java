/**
 * How the service is doing, for those that run it: health checks and gauges.
 */
@NullMarked
package dev.marquee.similarity.app.health;

import org.jspecify.annotations.NullMarked;
