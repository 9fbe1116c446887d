/**
 * What all trainers on a device share: numbers there, batches of rows, and the pace of kernels.
 */
@NullMarked
package dev.marquee.cf.train.ondevice;

import org.jspecify.annotations.NullMarked;
