package dev.marquee.cf.app;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/**
 * Takes work that costs processor time off the event loop. The request's context goes along, so that its id stays in
 * the logs, and what follows runs on the event loop again.
 */
public final class CpuWork {
    private CpuWork() {}

    /**
     * @param work runs on a worker thread at each subscription; must be called, and subscribed to, on a Vert.x context
     */
    public static <T> Uni<T> run(Callable<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            if (context == null) {
                throw new IllegalStateException("CpuWork must be started on a Vert.x context");
            }
            return Uni.createFrom().completionStage(context.executeBlocking(work, false).toCompletionStage());
        });
    }
}
