/**
 * How JSON is read: what callers send strictly, what was stored leniently; and what to tell of JSON that cannot be
 * read.
 */
@NullMarked
package dev.marquee.common.json;

import org.jspecify.annotations.NullMarked;
