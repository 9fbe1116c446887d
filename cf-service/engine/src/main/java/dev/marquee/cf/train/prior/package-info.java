/**
 * What rows are expected to be by who rated what: the regression of implicit features, on the CPU and on a device.
 */
@NullMarked
package dev.marquee.cf.train.prior;

import org.jspecify.annotations.NullMarked;
