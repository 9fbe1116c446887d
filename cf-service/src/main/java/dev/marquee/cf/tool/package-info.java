/**
 * What {@code ./run} offers besides starting the services: evaluating and tuning on the command line.
 */
@NullMarked
package dev.marquee.cf.tool;

import org.jspecify.annotations.NullMarked;
