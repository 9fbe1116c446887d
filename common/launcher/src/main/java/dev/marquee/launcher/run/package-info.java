/**
 * The program behind {@code ./run}: gets the data, starts both services, imports, trains, and stops everything at the
 * end.
 */
@NullMarked
package dev.marquee.launcher.run;

import org.jspecify.annotations.NullMarked;
