/**
 * What an import of a data folder does in this service.
 */
@NullMarked
package dev.marquee.cf.app.imports;

import org.jspecify.annotations.NullMarked;
