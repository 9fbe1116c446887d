package dev.marquee.cf.device.kernel;

/**
 * Where a device gets its kernels from.
 */
public interface KernelPrograms {

    /** Bytes before the first number of each array. */
    int headerBytes();

    /**
     * @param factors one of {@link Kernel#compiledFor()}
     * @throws IllegalStateException if there is none, which is a mistake in how the application was built
     */
    KernelProgram program(Kernel kernel, int factors);
}
