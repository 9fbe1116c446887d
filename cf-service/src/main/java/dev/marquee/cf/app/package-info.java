/**
 * What the service does, one package for each feature; the resources of {@code rest} delegate here.
 */
package dev.marquee.cf.app;
