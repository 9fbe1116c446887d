package dev.marquee.cf.app.health;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/**
 * Started once the schema is in place, interrupted jobs are marked, and the active model was looked for.
 */
@Startup
@Singleton
class StartedCheck implements HealthCheck {
    private volatile boolean started;

    /** Observers without a priority run in any order, all of them before the first request is taken. */
    void started(@Observes StartupEvent event) {
        started = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schema and jobs").status(started).build();
    }
}
