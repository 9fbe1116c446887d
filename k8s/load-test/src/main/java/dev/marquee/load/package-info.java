/**
 * Load tests of the running services: one simulation for each way they are used, with arrivals that do not wait for
 * answers.
 */
@NullMarked
package dev.marquee.load;

import org.jspecify.annotations.NullMarked;
