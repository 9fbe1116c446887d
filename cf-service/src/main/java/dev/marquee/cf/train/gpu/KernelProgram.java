package dev.marquee.cf.train.gpu;

/**
 * A generated kernel as a driver takes it. It has {@value #UNUSED} pointers that it does not look at before its arrays
 * ({@code kernel_context, constant_region, local_region, atomics}), and perhaps a 32-bit number that it does not look at
 * after them.
 *
 * @param entry name of the function
 * @param text OpenCL C or PTX
 * @param arrays number of its arrays
 * @param number whether there is a number after them
 */
record KernelProgram(String entry, String text, int arrays, boolean number) {
    static final int UNUSED = 4;
    /** Which of the unused pointers is one to local memory, in OpenCL. */
    static final int LOCAL = 2;
}
