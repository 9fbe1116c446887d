/**
 * Binary data that notice when they are damaged.
 */
package dev.marquee.common.io;
