/**
 * One spelling for what people and files spell in several ways.
 */
package dev.marquee.common.text;
