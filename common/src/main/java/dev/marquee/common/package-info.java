/**
 * What both services need. Each sub-package is one idea; none imports a service.
 */
@NullMarked
package dev.marquee.common;

import org.jspecify.annotations.NullMarked;
