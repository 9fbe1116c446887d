package dev.marquee.common.harness;

import dev.marquee.common.postgres.EmbeddedPostgres;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL with all tables of the service whose tests run, for tests of plain JDBC without a running service.
 */
public final class ServiceDatabase implements AutoCloseable {
    private final EmbeddedPostgres server = EmbeddedPostgres.temporary();
    private final PGSimpleDataSource source = new PGSimpleDataSource();

    public ServiceDatabase() {
        source.setUrl(server.jdbcUrl());
        source.setUser(server.user());
        source.setPassword(server.password());
        Flyway.configure().dataSource(source).locations("db/common", "db/migration").load().migrate();
    }

    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        server.close();
    }
}
