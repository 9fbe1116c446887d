package dev.marquee.cf.kernels;

import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.device.kernel.KernelCode;
import java.util.Arrays;
import java.util.List;
import uk.ac.manchester.tornado.api.GridScheduler;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.WorkerGrid;
import uk.ac.manchester.tornado.api.WorkerGrid1D;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/**
 * Lets TornadoVM compile every kernel for a device that need not be there: run by {@code generate-kernels} with
 * {@code tornado.virtual.device} and with {@code tornado.print.kernel.dir} naming the file that receives the texts, in
 * the order of {@link KernelTasks#kernels} and {@link Kernel#compiledFor()}. The sizes of the arrays do not enter the
 * code.
 */
public final class KernelDump {
    private static final int ANY_SIZE = 4096;

    private KernelDump() {}

    /** @param args the kernels' names, as {@link Kernel#name}; all if there are none */
    public static void main(String[] args) throws TornadoExecutionPlanException {
        List<String> wanted = Arrays.asList(args);
        for (Kernel kernel : KernelTasks.kernels()) {
            for (int factors : kernel.compiledFor()) {
                if (wanted.isEmpty() || wanted.contains(kernel.name(factors))) {
                    compile(kernel, factors);
                }
            }
        }
    }

    private static void compile(Kernel kernel, int factors) throws TornadoExecutionPlanException {
        Object[] arrays = kernel.arguments().stream()
                .map(argument -> argument.ints() ? new IntArray(ANY_SIZE) : new FloatArray(ANY_SIZE)).toArray();
        TaskGraph graph = new TaskGraph("kernel").transferToDevice(DataTransferMode.EVERY_EXECUTION, arrays)
                .addTask(KernelTasks.task("task", kernel, factors, arrays))
                .transferToHost(DataTransferMode.EVERY_EXECUTION, arrays);
        WorkerGrid grid = new WorkerGrid1D(kernel.groupSize(factors));
        grid.setLocalWork(kernel.groupSize(factors), 1, 1);
        try (TornadoExecutionPlan plan = new TornadoExecutionPlan(graph.snapshot())) {
            plan.withGridScheduler(new GridScheduler("kernel.task", grid)).execute();
        }
    }
}
