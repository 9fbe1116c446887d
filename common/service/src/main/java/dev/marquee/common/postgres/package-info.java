/**
 * PostgreSQL for a service: a real one that it brings along, for laptops and tests; statements and notifications; and
 * whether a failure is the database's being away.
 */
@NullMarked
package dev.marquee.common.postgres;

import org.jspecify.annotations.NullMarked;
