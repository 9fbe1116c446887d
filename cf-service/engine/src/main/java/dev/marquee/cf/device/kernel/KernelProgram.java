package dev.marquee.cf.device.kernel;

/**
 * A generated kernel as a driver takes it. It has {@value #UNUSED} pointers that it does not look at before its arrays
 * ({@code kernel_context, constant_region, local_region, atomics}), and perhaps a 32-bit number that it does not look
 * at after them.
 *
 * @param entry name of the function
 * @param text OpenCL C or PTX
 * @param arrays number of its arrays
 * @param number whether there is a number after them
 */
public record KernelProgram(String entry, String text, int arrays, boolean number) {
    public static final int UNUSED = 4;
    /** Which of the unused pointers is one to local memory, in OpenCL. */
    public static final int LOCAL = 2;
}
