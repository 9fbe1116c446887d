package dev.marquee.common.kernel;

/**
 * Chooses the kernels once for the process: the Vector API where its module is present, else plain loops. A native
 * executable chooses when it is built, for the processor that it is built for.
 */
public final class Kernels {
    private static final String MODULE = "jdk.incubator.vector";
    private static final boolean VECTORS = ModuleLayer.boot().findModule(MODULE).isPresent();
    private static final VectorKernels CHOSEN = VECTORS ? new PanamaKernels() : new ScalarKernels();

    private Kernels() {}

    public static VectorKernels get() {
        return CHOSEN;
    }

    /** Whether the Vector API can be used in this process. */
    public static boolean vectorApiPresent() {
        return VECTORS;
    }

    /** The scalar reference, for comparison. */
    public static VectorKernels reference() {
        return new ScalarKernels();
    }

    /** The choice and its reason, for the log. */
    public static String choice() {
        return VECTORS
                ? CHOSEN.name() + " (Vector API)"
                : "scalar, several times slower than possible, because the module " + MODULE
                        + " is not there; start java with --add-modules=" + MODULE;
    }
}
