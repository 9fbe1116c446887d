package dev.marquee.similarity.app;

import static dev.marquee.similarity.features.FeatureWeights.DEFAULTS;

import dev.marquee.common.error.InvalidRequest;
import dev.marquee.similarity.features.FeatureWeights;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Makes the configured weights available, for the rest the defaults; a wrong one ends the start with its name.
 */
class FeatureWeightsProducer {

    /** @throws InvalidRequest naming the setting */
    @Produces
    @Singleton
    FeatureWeights weights(FeatureWeightsConfig config) {
        try {
            return merged(config);
        } catch (InvalidRequest e) {
            throw new InvalidRequest(e.field().equals(FeatureWeights.ALL)
                    ? FeatureWeightsConfig.PREFIX + ".*"
                    : FeatureWeightsConfig.PREFIX + "." + e.field(), e.problem());
        }
    }

    private static FeatureWeights merged(FeatureWeightsConfig config) {
        return new FeatureWeights(config.genre().orElse(DEFAULTS.genre()),
                config.director().orElse(DEFAULTS.director()), config.actor().orElse(DEFAULTS.actor()),
                config.tag().orElse(DEFAULTS.tag()), config.titleWord().orElse(DEFAULTS.titleWord()),
                config.year().orElse(DEFAULTS.year()), config.runtime().orElse(DEFAULTS.runtime()));
    }
}
