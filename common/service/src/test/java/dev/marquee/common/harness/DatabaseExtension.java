package dev.marquee.common.harness;

import dev.marquee.common.postgres.EmbeddedPostgres;
import dev.marquee.common.postgres.Notifications;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real PostgreSQL for tests without a running service: {@code @RegisterExtension} starts and stops it. In a static
 * field it serves all tests of the class, else each has a fresh one.
 */
public class DatabaseExtension
        implements
            BeforeAllCallback,
            AfterAllCallback,
            BeforeEachCallback,
            AfterEachCallback {
    private final String[] migrations;
    private EmbeddedPostgres server;
    private Vertx vertx;
    private boolean forAll;

    /** @param migrations folders of scripts that make tables; none for an empty database */
    protected DatabaseExtension(String... migrations) {
        this.migrations = migrations;
    }

    public static DatabaseExtension empty() {
        return new DatabaseExtension();
    }

    /** With the tables that every service has. */
    public static DatabaseExtension withCommonTables() {
        return new DatabaseExtension("db/common");
    }

    /** With all tables of the service whose tests run. */
    public static DatabaseExtension withServiceTables() {
        return new DatabaseExtension("db/common", "db/migration");
    }

    /** Each connection is a new one. */
    public final DataSource source() {
        return server().source();
    }

    public final EmbeddedPostgres server() {
        if (server == null) {
            throw new IllegalStateException("The database is there while tests run, not when a test's fields are set");
        }
        return server;
    }

    /** What its NOTIFY tells. */
    public final Notifications notifications() {
        if (vertx == null) {
            vertx = Vertx.vertx();
        }
        return new Notifications(vertx,
                List.of(PgConnectOptions.fromUri("postgresql://127.0.0.1:" + server().port() + "/postgres")
                        .setUser(server.user()).setPassword(server.password())));
    }

    @Override
    public final void beforeAll(ExtensionContext context) {
        forAll = true;
        start();
    }

    @Override
    public final void beforeEach(ExtensionContext context) {
        if (!forAll) {
            start();
        }
    }

    @Override
    public final void afterEach(ExtensionContext context) {
        if (!forAll) {
            stop();
        }
    }

    @Override
    public final void afterAll(ExtensionContext context) {
        stop();
    }

    private void start() {
        server = EmbeddedPostgres.temporary();
        if (migrations.length > 0) {
            Flyway.configure().dataSource(source()).locations(migrations).load().migrate();
        }
    }

    private void stop() {
        if (vertx != null) {
            vertx.close();
            vertx = null;
        }
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
