package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.EmbeddedPostgresResource;
import dev.marquee.common.postgres.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trainings whose lock the database gives to others while they run. */
@QuarkusTest
class LostLockTest extends ServiceTest {
    private static final String LONG = """
            {"algorithm": "als", "options": {"factors": 256, "iterations": 200, "patience": 0}}""";
    private static final String SHORT = """
            {"algorithm": "als", "options": {"factors": 2, "iterations": 2}}""";

    private final DataSource database = EmbeddedPostgresResource.database();

    @BeforeEach
    void data() {
        Trained.once();
    }

    /** The service's one advisory lock is the trainings'. */
    private void loseLock() {
        assertEquals(1, Sql.rows(database, row -> row.getBoolean(1),
                "select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and granted")
                .size());
    }

    private static String training() {
        String location = Trained.start(LONG);
        while (given().get(location).jsonPath().getInt("epoch") == 0) {
            Trained.pause();
        }
        return location;
    }

    private static int models() {
        return given().get("/api/v1/models").jsonPath().getInt("total");
    }

    private static long id(String location) {
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    @Test
    void aTrainingThatLostItsLockEndsAndStoresNothing() {
        int before = given().get(API + "/stats").jsonPath().getInt("modelId");
        int models = models();
        String location = training();
        loseLock();
        JsonPath lost = Trained.until(location, state -> !state.equals("running"));
        assertEquals("interrupted", lost.getString("state"), lost.prettify());
        assertTrue(lost.getString("error").contains("connection to the database"), lost.prettify());
        given().get(API + "/stats").then().body("modelId", is(before));
        assertEquals(models, models());
        JsonPath second = Trained.train(SHORT);
        given().get(API + "/stats").then().body("modelId", is(second.getInt("modelId")));
        assertEquals("interrupted", given().get(location).jsonPath().getString("state"));
    }

    /** Another may begin at once, and nothing of the first, which may not have noticed yet, comes after it. */
    @Test
    void aSecondOneThatBeginsMeanwhileKeepsTheLastWord() {
        String first = training();
        int models = models();
        loseLock();
        JsonPath second = Trained.train(SHORT);
        assertEquals("interrupted", given().get(first).jsonPath().getString("state"));
        given().get(API + "/stats").then().body("modelId", is(second.getInt("modelId")));
        given().get(API + "/models").then().body("items[0].id", is(second.getInt("modelId")));
        assertTrue(models() <= models + 1);
        assertEquals(1, Sql.rows(database, row -> row.getLong(1), "select count(*) from model where id >= ?",
                second.getLong("modelId")).getFirst());
    }

    @Test
    void oneWithACheckpointGoesOnFromThereAsAnotherRun() {
        String location = training();
        Sql.update(database, "insert into training_checkpoint (training_id, epoch, fingerprint)"
                + " values (?, 3, 'of other ratings')", id(location));
        loseLock();
        while (given().get(location).jsonPath().getString("note") == null) {
            Trained.pause();
        }
        JsonPath again = given().get(location).jsonPath();
        assertEquals("running", again.getString("state"), again.prettify());
        assertTrue(again.getString("note").contains("ratings have changed"), again.prettify());
        assertEquals(1, Sql.rows(database, row -> row.getLong(1), "select run from training where id = ?",
                id(location)).getFirst());
        given().delete(location);
        assertEquals("cancelled", Trained.until(location, state -> !state.equals("running")).getString("state"));
    }

    /** As another replica does that took the lock while this one still believed to hold it. */
    @Test
    void oneThatWasTakenOverEndsHere() {
        String location = training();
        Sql.update(database, "update training set run = run + 1 where id = ?", id(location));
        JsonPath ended = Trained.until(location, state -> !state.equals("running"));
        assertEquals("interrupted", ended.getString("state"), ended.prettify());
        assertEquals("completed", Trained.train(SHORT).getString("state"));
    }
}
