/**
 * What {@code ./run} offers besides starting the services: evaluating and tuning on the command line.
 */
package dev.marquee.cf.tool;
