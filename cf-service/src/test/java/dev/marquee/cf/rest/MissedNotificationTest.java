package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.EmbeddedPostgresResource;
import dev.marquee.common.postgres.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The database ends all connections, as when it is started again, and what was told meanwhile was heard by nobody. */
@QuarkusTest
class MissedNotificationTest extends ServiceTest {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final DataSource database = EmbeddedPostgresResource.database();

    @Test
    void aModelThatWasActivatedMeanwhileIsFollowedAtOnce() {
        Trained.once();
        long before = activeModel();
        long now = Trained.train("""
                {"algorithm": "als", "options": {"factors": 2, "iterations": 2}}""").getLong("modelId");
        assertEquals(now, activeModel());
        Sql.update(database, "update active_model set model_id = ?, previous_id = ? where role = 'rating'", before,
                now);
        Sql.rows(database, row -> null, "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        while (activeModel() != before) {
            assertTrue(System.nanoTime() < giveUp, "the model that is active in the database was not followed");
            Trained.pause();
        }
    }

    /** -1 while the service has not noticed that its connections are gone. */
    private static long activeModel() {
        Response stats = given().get(API + "/stats");
        return stats.statusCode() == 200 ? stats.jsonPath().getLong("modelId") : -1;
    }
}
