package dev.marquee.common.imports;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Settings of the imports.
 */
@ConfigMapping(prefix = "marquee.import")
public interface ImportConfig {

    /**
     * Only folders below this one can be imported. Not set: any folder that the service's user can read, which is right
     * on a laptop and wrong on a server that others can reach.
     */
    Optional<Path> root();
}
