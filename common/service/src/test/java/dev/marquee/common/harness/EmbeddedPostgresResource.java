package dev.marquee.common.harness;

import dev.marquee.common.postgres.EmbeddedPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A fresh PostgreSQL for a {@code @QuarkusTest}: {@code @WithTestResource(EmbeddedPostgresResource.class)}.
 */
public class EmbeddedPostgresResource implements QuarkusTestResourceLifecycleManager {
    /** Tests and resource may be loaded by different class loaders, so what they share is kept in system properties. */
    private static final String STATE = "marquee.test.database.";

    private EmbeddedPostgres server;

    /** The database of the service under test, which may be another process. */
    public static DataSource database() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(System.getProperty(STATE + "url"));
        source.setUser(System.getProperty(STATE + "user"));
        source.setPassword(System.getProperty(STATE + "password"));
        return source;
    }

    @Override
    public Map<String, String> start() {
        server = EmbeddedPostgres.temporary();
        System.setProperty(STATE + "url", server.jdbcUrl());
        System.setProperty(STATE + "user", server.user());
        System.setProperty(STATE + "password", server.password());
        return server.quarkusConfig();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
