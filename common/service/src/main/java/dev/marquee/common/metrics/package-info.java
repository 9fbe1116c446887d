/**
 * What is common to the metrics of both services.
 */
@NullMarked
package dev.marquee.common.metrics;

import org.jspecify.annotations.NullMarked;
