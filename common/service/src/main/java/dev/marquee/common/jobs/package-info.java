/**
 * Long jobs of which only one may run at a time, over all replicas of a service.
 */
package dev.marquee.common.jobs;
