/**
 * Which device a training gets: what knows all drivers.
 */
@NullMarked
package dev.marquee.cf.device.choice;

import org.jspecify.annotations.NullMarked;
