/**
 * Whether the service can be started, reached and used.
 */
package dev.marquee.cf.app.health;
