/**
 * What tests of a service stand on: a real PostgreSQL, and the packaged application as a process. Part of the test jar,
 * for the services' modules.
 */
package dev.marquee.common.harness;
