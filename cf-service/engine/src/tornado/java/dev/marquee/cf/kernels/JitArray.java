package dev.marquee.cf.kernels;

/** An array of a {@link JitDevice}. */
interface JitArray {

    /** TornadoVM's array. */
    Object values();
}
