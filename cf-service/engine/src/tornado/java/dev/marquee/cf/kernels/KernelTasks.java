package dev.marquee.cf.kernels;

import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.index.DeviceSearchKernels;
import dev.marquee.cf.train.als.DeviceAlsKernels;
import dev.marquee.cf.train.ials.DeviceIalsKernels;
import dev.marquee.cf.train.ondevice.DeviceKernels;
import dev.marquee.cf.train.prior.DevicePriorKernels;
import dev.marquee.cf.train.sgd.DeviceSgdKernels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.common.TaskPackage;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/** Which Java method computes which {@link Kernel}, as a task of TornadoVM. */
final class KernelTasks {
    private static final Map<Kernel, Function<KernelTasks, TaskPackage>> TASKS = new LinkedHashMap<>();

    static {
        TASKS.put(DeviceAlsKernels.NORMAL, call -> TaskPackage.createPackage(call.id, AlsKernels::alsNormal, call.ctx,
                call.f(0), call.f(1), call.i(2), call.f(3), call.i(4), call.f(5), call.i(6), call.f(7), call.k));
        TASKS.put(DeviceAlsKernels.SOLVE,
                call -> TaskPackage.createPackage(call.id, AlsKernels::alsSolve, call.ctx, call.f(0), call.i(1),
                        call.i(2), call.f(3), call.f(4), call.f(5), call.f(6), call.i(7), call.i(8), call.k));
        TASKS.put(DeviceKernels.SQUARED_ERRORS,
                call -> TaskPackage.createPackage(call.id, AlsKernels::squaredErrors, call.ctx, call.f(0), call.f(1),
                        call.f(2), call.f(3), call.i(4), call.f(5), call.i(6), call.f(7), call.i(8), call.f(9),
                        call.k));
        TASKS.put(DeviceIalsKernels.GRAM, call -> TaskPackage.createPackage(call.id, IalsKernels::ialsGram, call.ctx,
                call.f(0), call.f(1), call.i(2), call.k));
        TASKS.put(DeviceIalsKernels.GRAM_SUM, call -> TaskPackage.createPackage(call.id, IalsKernels::ialsGramSum,
                call.ctx, call.f(0), call.f(1), call.i(2), call.f(3), call.k));
        TASKS.put(DeviceIalsKernels.PRODUCTS, call -> TaskPackage.createPackage(call.id, IalsKernels::ialsProducts,
                call.ctx, call.f(0), call.f(1), call.f(2), call.i(3), call.k));
        TASKS.put(DeviceIalsKernels.GRADIENTS, call -> TaskPackage.createPackage(call.id, IalsKernels::ialsGradients,
                call.ctx, call.f(0), call.f(1), call.i(2), call.f(3), call.i(4), call.f(5), call.f(6), call.i(7),
                call.k));
        TASKS.put(DeviceIalsKernels.BEGIN, call -> TaskPackage.createPackage(call.id, IalsKernels::ialsBegin, call.ctx,
                call.f(0), call.f(1), call.i(2), call.f(3), call.f(4), call.f(5), call.f(6), call.f(7), call.i(8),
                call.k));
        TASKS.put(DeviceIalsKernels.STEP, call -> TaskPackage.createPackage(call.id, IalsKernels::ialsStep, call.ctx,
                call.f(0), call.f(1), call.i(2), call.f(3), call.f(4), call.f(5), call.f(6), call.f(7), call.i(8),
                call.i(9), call.k));
        TASKS.put(DeviceSgdKernels.STEP,
                call -> TaskPackage.createPackage(call.id, SgdKernels::sgdStep, call.ctx, call.f(0), call.f(1),
                        call.f(2), call.i(3), call.f(4), call.i(5), call.f(6), call.i(7), call.f(8), call.k));
        TASKS.put(DeviceSgdKernels.SETTLE, call -> TaskPackage.createPackage(call.id, SgdKernels::sgdSettle, call.ctx,
                call.f(0), call.f(1), call.i(2), call.f(3), call.f(4), call.i(5), call.k));
        TASKS.put(DeviceSgdKernels.COPY, call -> TaskPackage.createPackage(call.id, SgdKernels::sgdCopy, call.ctx,
                call.f(0), call.f(1), call.i(2)));
        TASKS.put(DeviceKernels.SUM_SEGMENTS, call -> TaskPackage.createPackage(call.id, PriorKernels::sumSegments,
                call.ctx, call.f(0), call.i(1), call.i(2), call.f(3), call.i(4), call.k));
        TASKS.put(DeviceKernels.SUM_PARTIALS, call -> TaskPackage.createPackage(call.id, PriorKernels::sumPartials,
                call.ctx, call.f(0), call.i(1), call.f(2), call.f(3), call.i(4), call.k));
        TASKS.put(DevicePriorKernels.PRIOR_TERMS, call -> TaskPackage.createPackage(call.id, PriorKernels::priorTerms,
                call.ctx, call.f(0), call.f(1), call.f(2), call.f(3), call.i(4), call.k));
        TASKS.put(DevicePriorKernels.AXPY, call -> TaskPackage.createPackage(call.id, PriorKernels::axpy, call.ctx,
                call.f(0), call.f(1), call.i(2), call.f(3)));
        TASKS.put(DevicePriorKernels.PRODUCTS, call -> TaskPackage.createPackage(call.id, PriorKernels::products,
                call.ctx, call.f(0), call.f(1), call.f(2), call.f(3), call.i(4), call.f(5), call.k));
        TASKS.put(DevicePriorKernels.DIRECTIONS, call -> TaskPackage.createPackage(call.id, PriorKernels::directions,
                call.ctx, call.f(0), call.f(1), call.f(2), call.f(3), call.i(4), call.f(5), call.k));
        TASKS.put(DevicePriorKernels.DESCEND, call -> TaskPackage.createPackage(call.id, PriorKernels::descend,
                call.ctx, call.f(0), call.f(1), call.f(2), call.f(3), call.f(4), call.i(5), call.k));
        TASKS.put(DeviceKernels.WEIGHTED_SUMS, call -> TaskPackage.createPackage(call.id,
                PriorKernels::weightedSums, call.ctx, call.f(0), call.f(1), call.f(2), call.i(3), call.k));
        TASKS.put(DevicePriorKernels.ADD_ROW, call -> TaskPackage.createPackage(call.id, PriorKernels::addRow, call.ctx,
                call.f(0), call.f(1), call.f(2), call.i(3), call.k));
        TASKS.put(DeviceSearchKernels.SCORES, call -> TaskPackage.createPackage(call.id, ScoreKernels::scores, call.ctx,
                call.f(0), call.f(1), call.f(2), call.f(3), call.i(4), call.f(5), call.i(6), call.f(7), call.k));
        TASKS.put(DeviceSearchKernels.SELECT_TOP, call -> TaskPackage.createPackage(call.id, ScoreKernels::selectTop,
                call.ctx, call.f(0), call.i(1), call.i(2), call.i(3), call.f(4), call.i(5)));
    }

    private final String id;
    private final KernelContext ctx = new KernelContext();
    private final Object[] arrays;
    private final int k;

    private KernelTasks(String id, Object[] arrays, int k) {
        this.id = id;
        this.arrays = arrays;
        this.k = k;
    }

    /** All kernels, in the order in which they are compiled ahead of time. */
    static List<Kernel> kernels() {
        return List.copyOf(TASKS.keySet());
    }

    /**
     * @param factors K, compiled in; 0 for a kernel that does not depend on it
     * @param arrays {@link FloatArray}s and {@link IntArray}s as {@link Kernel#arguments()} says
     */
    static TaskPackage task(String id, Kernel kernel, int factors, Object[] arrays) {
        return Objects.requireNonNull(TASKS.get(kernel)).apply(new KernelTasks(id, arrays, factors));
    }

    private FloatArray f(int argument) {
        return (FloatArray) arrays[argument];
    }

    private IntArray i(int argument) {
        return (IntArray) arrays[argument];
    }
}
