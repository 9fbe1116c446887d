package dev.marquee.similarity.app.health;

import dev.marquee.similarity.app.CatalogueIndex;
import dev.marquee.similarity.app.Snapshot;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Started once the catalogue is loaded, even an empty one, for an import needs a running service; ready while there are
 * movies to answer from.
 */
@Singleton
class CatalogueHealth {
    private final CatalogueIndex index;

    CatalogueHealth(CatalogueIndex index) {
        this.index = index;
    }

    @Produces
    @Singleton
    @Startup
    HealthCheck started() {
        return () -> HealthCheckResponse.named("catalogue is loaded").status(index.loaded().isPresent()).build();
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck ready() {
        return () -> {
            int movies = index.loaded().map(Snapshot::size).orElse(0);
            var response = HealthCheckResponse.named("catalogue index holds movies").withData("movies", movies)
                    .status(movies > 0);
            return (movies > 0
                    ? response
                    : response.withData("do", "import a data folder: POST /api/v1/imports")).build();
        };
    }
}
