/**
 * Which device a training gets: what knows all drivers.
 */
package dev.marquee.cf.device.choice;
