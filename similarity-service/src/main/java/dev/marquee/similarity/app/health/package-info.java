/**
 * How the service is doing, for those that run it: health checks and gauges.
 */
package dev.marquee.similarity.app.health;
