/**
 * What a check found: its results as they come, and the reports made of them.
 */
package dev.marquee.cf.check.report;
