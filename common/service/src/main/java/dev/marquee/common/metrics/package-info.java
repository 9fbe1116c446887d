/**
 * What is common to the metrics of both services.
 */
package dev.marquee.common.metrics;
