/**
 * What every service looks into as it starts.
 */
@NullMarked
package dev.marquee.common.start;

import org.jspecify.annotations.NullMarked;
