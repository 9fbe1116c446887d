package dev.marquee.cf.kernels;

import dev.marquee.cf.device.kernel.Kernel;
import java.util.Arrays;
import uk.ac.manchester.tornado.api.GridScheduler;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.WorkerGrid;
import uk.ac.manchester.tornado.api.WorkerGrid1D;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;
import uk.ac.manchester.tornado.api.exceptions.TornadoRuntimeException;

/** One kernel with its arrays; the number of work-groups is each run's own. */
final class JitPlan implements AutoCloseable {
    private final WorkerGrid grid;
    private final GridScheduler scheduler;
    private final TornadoExecutionPlan plan;
    private final int groupSize;

    JitPlan(Kernel kernel, int factors, Object[] arrays) {
        Object[] distinct = Arrays.stream(arrays).distinct().toArray();
        TaskGraph graph = new TaskGraph("kernel").transferToDevice(DataTransferMode.EVERY_EXECUTION, distinct)
                .addTask(KernelTasks.task("task", kernel, factors, arrays))
                .transferToHost(DataTransferMode.EVERY_EXECUTION, distinct);
        groupSize = kernel.groupSize(factors);
        grid = new WorkerGrid1D(groupSize);
        grid.setLocalWork(groupSize, 1, 1);
        scheduler = new GridScheduler("kernel.task", grid);
        plan = new TornadoExecutionPlan(graph.snapshot());
    }

    void run(int groups) {
        grid.setGlobalWork((long) groups * groupSize, 1, 1);
        plan.withGridScheduler(scheduler).execute();
    }

    @Override
    public void close() {
        try {
            plan.freeDeviceMemory();
            plan.close();
        } catch (TornadoExecutionPlanException e) {
            throw new TornadoRuntimeException(e.getMessage());
        }
    }
}
