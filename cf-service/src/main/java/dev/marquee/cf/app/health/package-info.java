/**
 * Whether the service can be started, reached and used.
 */
@NullMarked
package dev.marquee.cf.app.health;

import org.jspecify.annotations.NullMarked;
