/**
 * What both services need. Each sub-package is one idea; none imports a service.
 */
package dev.marquee.common;
