package dev.marquee.common.testing;

import dev.marquee.common.postgres.EmbeddedPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * A fresh PostgreSQL for a {@code @QuarkusTest}: {@code @WithTestResource(EmbeddedPostgresResource.class)}.
 */
public class EmbeddedPostgresResource implements QuarkusTestResourceLifecycleManager {
    private EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        server = EmbeddedPostgres.temporary();
        return server.quarkusConfig();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
