package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.testing.HarshRatings;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service of its own, whose users like nothing: there is hardly anything to judge models by. */
@QuarkusTest
@TestProfile(HarshRatingsTest.Fresh.class)
class HarshRatingsTest extends ServiceTest {

    /** Another configuration makes Quarkus start anew, with a database of its own. */
    public static class Fresh implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("marquee.models.keep", "9");
        }
    }

    @BeforeEach
    void data() {
        if (given().get(API + "/stats").jsonPath().getInt("ratings") == 0) {
            Trained.imported(HarshRatings.folder(30, 20));
        }
    }

    /** Whether the number of epochs of a rating model can be chosen by something. */
    boolean validatesStars() {
        return true;
    }

    String whyNoValidation() {
        return "(nobody liked a movie that was held out for it)";
    }

    @ParameterizedTest
    @CsvSource({"sgd,rating", "als,rating", "bpmf,rating", "mean,rating", "biases,rating", "ials,ranking",
            "popular,ranking"})
    void everyAlgorithmTrainsAndSaysWhichFiguresThereAreNot(String algorithm, String role) {
        JsonPath job = Trained.train("{\"algorithm\": \"" + algorithm + "\"}");
        boolean validated = role.equals("rating") && validatesStars();
        String note = job.getString("note");
        assertEquals(!validated, note.contains("Trained without a validation value " + whyNoValidation()), note);
        assertTrue(note.contains("Nobody liked a movie that was held out, so its lists could not be judged."), note);
        assertEquals(validated, job.get("validationValue") != null, job.prettify());
        String body = given().get(API + "/models/" + job.getLong("modelId")).then().statusCode(200)
                .body("active", is(true)).body("report.note", is(note)).body("report.lists", is(0))
                .body("report", not(hasKey("ndcgAt10"))).body("report.heldOut", greaterThan(0)).extract().asString();
        assertFalse(body.contains("NaN"), body);
        JsonPath report = JsonPath.from(body).setRootPath("report");
        assertEquals(validated, report.get("validationValue") != null, body);
        assertEquals(role.equals("rating"), report.get("rmse") != null, body);
        if (!validated) {
            assertEquals(job.getInt("epochs"), report.getInt("epochs"), "all epochs are run");
            assertNull(report.get("learningCurve.points[0].validation"));
        }
        given().get(API + "/models/" + job.getLong("modelId") + "/learning-curve.svg").then().statusCode(200)
                .body(not(containsString("NaN")));
        assertFalse(given().get(API + "/models").asString().contains("NaN"));
        assertFalse(given().get(API + "/trainings").asString().contains("NaN"));
    }

    @Test
    void withoutRefitTheSameIsTold() {
        JsonPath job = Trained.train("{\"algorithm\": \"ials\", \"refit\": false, \"holdout\": 0.5}");
        assertTrue(job.getString("note").contains("without a validation value"), job.prettify());
        given().get(API + "/models/" + job.getLong("modelId")).then().body("report.refitted", is(false))
                .body("report.trainValue", notNullValue()).body("report.validationValue", nullValue());
    }
}
