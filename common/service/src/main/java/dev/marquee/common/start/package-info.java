/**
 * What every service looks into as it starts.
 */
package dev.marquee.common.start;
