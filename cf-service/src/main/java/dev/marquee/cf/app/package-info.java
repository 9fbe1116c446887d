/**
 * What the service does, one package for each feature; the resources of {@code rest} delegate here.
 */
@NullMarked
package dev.marquee.cf.app;

import org.jspecify.annotations.NullMarked;
