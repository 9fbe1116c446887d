/**
 * Long jobs of which only one may run at a time, over all replicas of a service.
 */
@NullMarked
package dev.marquee.common.jobs;

import org.jspecify.annotations.NullMarked;
