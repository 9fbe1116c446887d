/**
 * Helpers that the tests of all modules share.
 */
package dev.marquee.common.testing;
