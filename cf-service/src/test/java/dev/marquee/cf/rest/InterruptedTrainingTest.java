package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
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

/** Trainings that the table calls running and that nobody runs: what other services that were killed leave behind. */
@QuarkusTest
class InterruptedTrainingTest extends ServiceTest {
    private static final String SHORT = "{\"algorithm\": \"als\", \"options\": {\"factors\": 2, \"iterations\": 2}}";

    private final DataSource database = EmbeddedPostgresResource.database();

    @BeforeEach
    void data() {
        Trained.once();
    }

    private String left(String options) {
        return left("rating", "starting", options);
    }

    private String left(String role, String phase, String options) {
        return API + "/trainings/" + Sql.rows(database, row -> row.getLong(1), """
                insert into training (algorithm, role, phase, options, seed, holdout, validation, refit)
                values ('als', ?, ?, ?::jsonb, 42, 0.1, 0.05, true) returning id""", role, phase, options).getFirst();
    }

    private void checkpoint(String training, int attempts) {
        Sql.update(database, "insert into training_checkpoint (training_id, epoch, fingerprint, attempts)"
                + " values (?, 3, 'of other ratings', ?)",
                Long.valueOf(training.substring(training.lastIndexOf('/') + 1)),
                attempts);
    }

    private static JsonPath job(String training) {
        return given().get(training).jsonPath();
    }

    @Test
    void oneWithoutACheckpointIsInterruptedAndAnotherMayBegin() {
        String training = left("{\"factors\": 2}");
        assertEquals("completed", Trained.train(SHORT).getString("state"));
        assertEquals("interrupted", job(training).getString("state"));
        assertTrue(job(training).getString("error").contains("Start it again"), job(training).prettify());
    }

    @Test
    void oneWithACheckpointOfOtherRatingsBeginsAgainAndKeepsAnotherFromBeginning() {
        String training = left("{\"factors\": 2, \"iterations\": 100, \"patience\": 0}");
        checkpoint(training, 0);
        given().contentType("application/json").body(SHORT).post(API + "/trainings").then().statusCode(409)
                .body("detail", containsString(training.substring(training.lastIndexOf('/') + 1)));
        JsonPath job = Trained.until(training, state -> !state.equals("running"));
        assertEquals("completed", job.getString("state"), job.prettify());
        assertTrue(job.getString("note").contains("ratings have changed"), job.prettify());
        given().get(API + "/models/" + job.getInt("modelId")).then().body("options.iterations", is(100));
        assertEquals(0, Sql.rows(database, row -> row.getLong(1), "select count(*) from training_checkpoint")
                .getFirst());
    }

    @Test
    void oneThatEndsTheServiceAgainAndAgainIsGivenUp() {
        String training = left("{\"factors\": 2}");
        checkpoint(training, 3);
        assertEquals("completed", Trained.train(SHORT).getString("state"));
        assertEquals("interrupted", job(training).getString("state"));
        assertTrue(job(training).getString("error").contains("4 times"), job(training).prettify());
    }

    @Test
    void oneThatWasCancelledNeverGoesOn() {
        String training = left("{\"factors\": 2}");
        checkpoint(training, 0);
        given().delete(training);
        assertEquals("cancelled", Trained.until(training, state -> !state.equals("running")).getString("state"));
    }

    /** Another version began it and was killed; this one was put in its place. */
    @Test
    void oneOfAnotherVersionIsShownAsItIsStoredAndInterrupted() {
        String training = left("grouping", "distilling", "{\"factors\": 2}");
        checkpoint(training, 0);
        JsonPath all = given().get(API + "/trainings").then().statusCode(200).extract().jsonPath();
        assertEquals("grouping", all.getString("items[0].role"));
        assertEquals("distilling", all.getString("items[0].phase"));
        assertEquals("completed", Trained.train(SHORT).getString("state"));
        assertEquals("interrupted", job(training).getString("state"));
        assertEquals("distilling", job(training).getString("phase"));
        assertTrue(job(training).getString("error").contains("must be rating or ranking, is grouping"),
                job(training).prettify());
    }

    @Test
    void oneWithOptionsThatAreNotKnownIsInterrupted() {
        String training = left("{\"warpFactor\": 9}");
        checkpoint(training, 0);
        assertEquals("completed", Trained.train(SHORT).getString("state"));
        assertEquals("interrupted", job(training).getString("state"));
        assertTrue(job(training).getString("error").contains("warpFactor"), job(training).prettify());
    }
}
