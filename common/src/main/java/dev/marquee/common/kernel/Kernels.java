package dev.marquee.common.kernel;

import org.jboss.logging.Logger;

/**
 * Chooses the kernels once for the process: the Vector API where its module is present, else plain loops. The choice and
 * its reason are logged.
 */
public final class Kernels {
    private static final Logger LOG = Logger.getLogger(Kernels.class);
    private static final String MODULE = "jdk.incubator.vector";
    private static final VectorKernels CHOSEN = choose();

    private Kernels() {}

    public static VectorKernels get() {
        return CHOSEN;
    }

    /** Whether the Vector API can be used in this process. */
    public static boolean vectorApiPresent() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    /** The scalar reference, for comparison. */
    public static VectorKernels reference() {
        return new ScalarKernels();
    }

    private static VectorKernels choose() {
        if (!vectorApiPresent()) {
            LOG.warnf(
                    "Numerical kernels: scalar, several times slower than possible, because the module %s is not there;"
                            + " start java with --add-modules=%s",
                    MODULE, MODULE);
            return new ScalarKernels();
        }
        VectorKernels panama = new PanamaKernels();
        LOG.infof("Numerical kernels: %s (Vector API)", panama.name());
        return panama;
    }
}
