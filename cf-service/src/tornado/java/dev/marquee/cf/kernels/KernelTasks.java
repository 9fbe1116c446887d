package dev.marquee.cf.kernels;

import dev.marquee.cf.train.gpu.Kernel;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.common.TaskPackage;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/** Which Java method computes which {@link Kernel}, as a task of TornadoVM. */
final class KernelTasks {
    private final KernelContext ctx;
    private final Object[] arrays;
    private final int k;

    private KernelTasks(KernelContext ctx, Object[] arrays, int k) {
        this.ctx = ctx;
        this.arrays = arrays;
        this.k = k;
    }

    /**
     * @param factors K, compiled in; 0 for a kernel that does not depend on it
     * @param arrays {@link FloatArray}s and {@link IntArray}s as {@link Kernel#arguments()} says
     */
    static TaskPackage task(String id, Kernel kernel, int factors, Object[] arrays) {
        return new KernelTasks(new KernelContext(), arrays, factors).task(id, kernel);
    }

    /** The class whose source a kernel is compiled from. */
    static Class<?> source(Kernel kernel) {
        return switch (kernel) {
            case ALS_NORMAL, ALS_SOLVE, SQUARED_ERRORS -> AlsKernels.class;
            case SGD_STEP, SGD_REFRESH -> SgdKernels.class;
            case SCORES, SELECT_TOP -> ScoreKernels.class;
            case SUM_SEGMENTS, SUM_PARTIALS, PRIOR_TERMS, AXPY, PRODUCTS, DIRECTIONS, DESCEND -> PriorKernels.class;
        };
    }

    private FloatArray f(int argument) {
        return (FloatArray) arrays[argument];
    }

    private IntArray i(int argument) {
        return (IntArray) arrays[argument];
    }

    private TaskPackage task(String id, Kernel kernel) {
        return switch (kernel) {
            case ALS_NORMAL -> TaskPackage.createPackage(id, AlsKernels::alsNormal, ctx, f(0), f(1), i(2), f(3), i(4),
                    f(5), i(6), f(7), k);
            case ALS_SOLVE -> TaskPackage.createPackage(id, AlsKernels::alsSolve, ctx, f(0), i(1), i(2), f(3), f(4),
                    f(5), f(6), i(7), i(8), k);
            case SQUARED_ERRORS -> TaskPackage.createPackage(id, AlsKernels::squaredErrors, ctx, f(0), f(1), f(2),
                    f(3), i(4), f(5), i(6), f(7), i(8), f(9), k);
            case AXPY -> TaskPackage.createPackage(id, PriorKernels::axpy, ctx, f(0), f(1), i(2), f(3));
            case SUM_SEGMENTS ->
                TaskPackage.createPackage(id, PriorKernels::sumSegments, ctx, f(0), i(1), i(2), f(3), i(4), k);
            case SUM_PARTIALS ->
                TaskPackage.createPackage(id, PriorKernels::sumPartials, ctx, f(0), i(1), f(2), f(3), i(4), k);
            case PRIOR_TERMS ->
                TaskPackage.createPackage(id, PriorKernels::priorTerms, ctx, f(0), f(1), f(2), f(3), i(4), k);
            case PRODUCTS ->
                TaskPackage.createPackage(id, PriorKernels::products, ctx, f(0), f(1), f(2), f(3), i(4), f(5), k);
            case DIRECTIONS ->
                TaskPackage.createPackage(id, PriorKernels::directions, ctx, f(0), f(1), f(2), f(3), i(4), f(5), k);
            case DESCEND ->
                TaskPackage.createPackage(id, PriorKernels::descend, ctx, f(0), f(1), f(2), f(3), f(4), i(5), k);
            case SGD_STEP -> TaskPackage.createPackage(id, SgdKernels::sgdStep, ctx, f(0), f(1), f(2), f(3), f(4), f(5),
                    i(6), i(7), f(8), i(9), i(10), f(11), i(12), f(13), k);
            case SGD_REFRESH -> TaskPackage.createPackage(id, SgdKernels::sgdRefresh, ctx, f(0), f(1), i(2), f(3), k);
            case SCORES -> TaskPackage.createPackage(id, ScoreKernels::scores, ctx, f(0), f(1), f(2), f(3), i(4), f(5),
                    i(6), f(7), k);
            case SELECT_TOP -> TaskPackage.createPackage(id, ScoreKernels::selectTop, ctx, f(0), i(1), i(2), i(3), f(4),
                    i(5));
        };
    }
}
