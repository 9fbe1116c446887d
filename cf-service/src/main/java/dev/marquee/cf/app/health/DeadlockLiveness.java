package dev.marquee.cf.app.health;

import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive as long as it answers and no threads wait for each other for ever; a restart is the only cure for those. A
 * native executable does not know of such threads.
 */
@Liveness
@Singleton
class DeadlockLiveness implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        long[] deadlocked = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
        // HotSpot says null where there are none; a native executable, which cannot tell, says so by an empty array.
        return HealthCheckResponse.named("no deadlock").status(deadlocked == null || deadlocked.length == 0).build();
    }
}
