package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.marquee.cf.model.store.ModelStore;
import dev.marquee.common.harness.EmbeddedPostgresResource;
import dev.marquee.common.postgres.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/**
 * A service of its own, which has no ratings and no model.
 */
@QuarkusTest
@TestProfile(EmptyServiceTest.Fresh.class)
class EmptyServiceTest extends ServiceTest {
    private static final int POLLS = 500;
    private static final long POLL_NANOS = 20_000_000;

    private final DataSource database = EmbeddedPostgresResource.database();

    /** Another configuration makes Quarkus start anew, with a database of its own. */
    public static class Fresh implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("marquee.models.keep", "3");
        }
    }

    @Test
    void withoutAModelTheAnswerSaysWhatToDoAndTheServiceIsNotReady() {
        String rated = "{\"ratings\": [{\"movieId\": 1, \"rating\": 4}]";
        given().contentType("application/json").body(rated + ", \"strategy\": \"model\"}")
                .post(API + "/recommendations").then().statusCode(503)
                .body("detail", containsString("/api/v1/trainings"));
        given().contentType("application/json").body(rated + "}").post(API + "/recommendations").then().statusCode(200)
                .body("orderedBy", is("content")).body("modelId", nullValue()).body("items", not(empty()));
        given().contentType("application/json").body("{\"ratings\": [], \"diversity\": 0.5}")
                .post(API + "/recommendations").then().statusCode(200)
                .body("notes", hasItem(containsString("diversity changed nothing")));
        given().get(API + "/users/1/predictions/1").then().statusCode(503);
        given().get(API + "/movies/1/neighbours").then().statusCode(503);
        given().get(API + "/users/1/neighbours").then().statusCode(503);
        given().contentType("application/json").body("{\"pairs\": [{\"userId\": 1, \"movieId\": 1}]}")
                .post(API + "/predictions").then().statusCode(503);
        given().get("/q/health/ready").then().statusCode(503)
                .body("checks.find { it.name == 'active rating model' }.data.reason", containsString("trainings"));
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void withoutRatingsThereIsNothingToTrainOnAndListsAreEmpty() {
        given().contentType("application/json").body("{\"algorithm\": \"sgd\"}").post(API + "/trainings").then()
                .statusCode(503).body("detail", containsString("/api/v1/imports"));
        given().get(API + "/movies/popular").then().statusCode(200).body("items", empty());
        given().get(API + "/movies/popular?days=7").then().statusCode(200).body("items", empty()).body("notes[0]",
                containsString("no last days"));
        given().get(API + "/stats").then().statusCode(200).body("ratings", is(0)).body("modelId", nullValue());
        given().get(API + "/models").then().statusCode(200).body("items", empty());
        given().get(API + "/trainings").then().statusCode(200).body("items", empty());
        given().get(API + "/users").then().statusCode(200).body("items", empty());
    }

    @Test
    void aDamagedActiveModelIsToldAndEndsNothing() {
        Sql.inTransaction(database, connection -> {
            long id = Sql.rows(connection, row -> row.getLong(1), "insert into model (role, algorithm, options, seed,"
                    + " snapshot, report, bytes) values ('rating', 'sgd', '{}', 1, '{}', '{}', 4) returning id")
                    .getFirst();
            Sql.update(connection, "insert into model_chunk (model_id, part, position, chunks, crc32c, data)"
                    + " values (?, 'factors', 0, 1, 17, 'abcd')", id);
            return Sql.update(connection, "insert into active_model (role, model_id) values ('rating', ?)", id);
        });
        followed();
        awaitDetail(containsString("damaged"));
        given().get("/q/health/ready").then().statusCode(503)
                .body("checks.find { it.name == 'active rating model' }.data.reason", containsString("damaged"));
        Sql.update(database, "delete from active_model");
        Sql.update(database, "delete from model");
        followed();
        awaitDetail(containsString("/api/v1/trainings"));
    }

    /** As each change of the active model does. */
    private void followed() {
        Sql.rows(database, row -> null, "select pg_notify(?, 'rating')", ModelStore.CHANNEL);
    }

    private static void awaitDetail(Matcher<String> detail) {
        Supplier<String> now = () -> given().get(API + "/users/1/predictions/1").then().statusCode(503).extract()
                .path("detail");
        for (int i = 0; i < POLLS && !detail.matches(now.get()); i++) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        assertThat(now.get(), detail);
    }
}
