package dev.marquee.cf.train.gpu;

/**
 * A way to drive devices.
 */
interface Driver {

    /** Looks what there is. What goes wrong is told in the result, never thrown. */
    Findings find();
}
