/**
 * Load tests of the running services: one simulation for each way they are used, with arrivals that do not wait for
 * answers.
 */
package dev.marquee.load;
