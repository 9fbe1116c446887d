/**
 * What an import of a data folder does in this service.
 */
package dev.marquee.cf.app.imports;
