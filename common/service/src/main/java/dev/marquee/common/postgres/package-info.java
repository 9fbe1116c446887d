/**
 * A real PostgreSQL that a service brings along, for laptops and tests: no Docker, no installed server.
 */
package dev.marquee.common.postgres;
