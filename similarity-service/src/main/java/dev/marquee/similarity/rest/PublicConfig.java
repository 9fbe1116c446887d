package dev.marquee.similarity.rest;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/**
 * What strangers may reach of this service.
 */
@ConfigMapping(prefix = "marquee.public")
public interface PublicConfig {

    /**
     * Path below which the public part is served, such as {@code /similarity}: reading, and nothing else. A proxy that
     * leads only there keeps imports and changes to those who reach the service itself, and both services fit under one
     * host, although both have {@code /api/v1/movies}. Not set: there is no such part.
     */
    Optional<String> prefix();
}
