/**
 * One spelling for what people and files spell in several ways.
 */
@NullMarked
package dev.marquee.common.text;

import org.jspecify.annotations.NullMarked;
