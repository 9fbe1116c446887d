/**
 * The stages of a check of a device: what each does in a process of its own.
 */
package dev.marquee.cf.check.stage;
