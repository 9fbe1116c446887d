/**
 * Made-up ratings for the tests of several packages.
 */
package dev.marquee.cf.testing;
