/**
 * Binary data that notice when they are damaged.
 */
@NullMarked
package dev.marquee.common.io;

import org.jspecify.annotations.NullMarked;
