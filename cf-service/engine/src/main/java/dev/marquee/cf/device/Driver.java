package dev.marquee.cf.device;

/**
 * A way to drive devices.
 */
public interface Driver {

    /** Looks what there is. What goes wrong is told in the result, never thrown. */
    Findings find();
}
