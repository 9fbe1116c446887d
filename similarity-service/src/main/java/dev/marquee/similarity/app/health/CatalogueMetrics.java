package dev.marquee.similarity.app.health;

import dev.marquee.similarity.app.CatalogueIndex;
import dev.marquee.similarity.app.Snapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/**
 * Gauges of the index that requests are answered from.
 */
@Singleton
class CatalogueMetrics {

    void register(@Observes StartupEvent event, CatalogueIndex index, MeterRegistry metrics) {
        gauge(metrics, index, "marquee.index.movies", "Movies in the index", Snapshot::size);
        gauge(metrics, index, "marquee.index.features", "Distinct features of the movies in the index",
                snapshot -> snapshot.index().featureCount());
        gauge(metrics, index, "marquee.index.build.seconds", "Time that the last full build of the index took",
                snapshot -> snapshot.buildTime().toNanos() / 1e9);
    }

    private static void gauge(MeterRegistry metrics, CatalogueIndex index, String name, String description,
            ToDoubleFunction<Snapshot> value) {
        Gauge.builder(name, index, source -> source.loaded().map(value::applyAsDouble).orElse(0.0))
                .description(description).register(metrics);
    }
}
