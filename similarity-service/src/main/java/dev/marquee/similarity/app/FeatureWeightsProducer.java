package dev.marquee.similarity.app;

import dev.marquee.similarity.features.FeatureWeights;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Makes the configured weights available; a wrong one ends the start with its name.
 */
class FeatureWeightsProducer {

    @Produces
    @Singleton
    FeatureWeights weights(FeatureWeightsConfig config) {
        return new FeatureWeights(config.genre(), config.director(), config.actor(), config.tag(), config.titleWord(),
                config.year(), config.runtime());
    }
}
