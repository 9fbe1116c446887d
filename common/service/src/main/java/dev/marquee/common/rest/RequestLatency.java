package dev.marquee.common.rest;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.stream.DoubleStream;

/**
 * Counts requests by how long they took, so that percentiles can be told over all replicas: a mean hides the slow ones,
 * and percentiles of single replicas cannot be added up.
 */
@Singleton
class RequestLatency {
    /**
     * Around what is aimed at (20 ms) and what people notice (100 ms); more of them would cost a series each, by path.
     */
    private static final double[] MILLIS = {5, 10, 20, 50, 100, 200, 500, 1000, 5000};
    private static final double NANOS = 1e6;

    @Produces
    @Singleton
    MeterFilter buckets() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("http.server.requests")
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(DoubleStream.of(MILLIS).map(millis -> millis * NANOS).toArray())
                                .build().merge(config)
                        : config;
            }
        };
    }
}
