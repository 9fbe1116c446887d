package dev.marquee.cf.app.models;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Settings of the model store and of what is done with its models.
 */
@ConfigMapping(prefix = "marquee.models")
public interface ModelConfig {

    /**
     * How many models of a role are kept, the newest ones. The active one and the one before it stay in any case. A
     * model of MovieLens 25M with 64 factors takes 60 MB of the database.
     */
    @WithDefault("5")
    int keep();

    /**
     * A movie with this many ratings has its predicted deviation from the user's mean halved in the ranking, one with
     * many more keeps it. Without this, lists are led by movies that three people loved. Stars that are shown are not
     * damped.
     */
    @WithDefault("20")
    double supportDamping();
}
