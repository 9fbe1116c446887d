/**
 * The program behind {@code ./run}: gets the data, starts both services, imports, trains, and stops everything at the
 * end.
 */
package dev.marquee.launcher.run;
