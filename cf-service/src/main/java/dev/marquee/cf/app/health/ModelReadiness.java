package dev.marquee.cf.app.health;

import dev.marquee.cf.app.models.ActiveModels;
import dev.marquee.cf.app.models.LoadedModel;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready only with an active model: without one, a replica could answer few of the requests that it would be sent.
 */
@Readiness
@Singleton
class ModelReadiness implements HealthCheck {
    private final ActiveModels models;

    ModelReadiness(ActiveModels models) {
        this.models = models;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("active rating model");
        LoadedModel model = models.rating().orElse(null);
        if (model == null) {
            return answer.down().withData("reason", models.problem()).build();
        }
        return answer.up().withData("modelId", model.id()).withData("trainedAt", model.createdAt().toString()).build();
    }
}
