/**
 * What can go wrong, as one sealed hierarchy, so that every place that answers errors must answer all of them.
 */
@NullMarked
package dev.marquee.common.error;

import org.jspecify.annotations.NullMarked;
