package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is special about a model of {@code bpmf}: it knows how sure it is. */
@QuarkusTest
class BayesianModelTest extends ServiceTest {
    private static final String BPMF = """
            {"algorithm": "bpmf", "options": {"factors": 8, "sweeps": 20, "burnIn": 5, "meanFactors": 12}}""";

    @Test
    void predictionsTellTheirDeviationForNewcomersToo() {
        Trained.once();
        JsonPath job = Trained.train(BPMF);
        given().get(API + "/models/" + job.getLong("modelId")).then().body("algorithm", is("bpmf"))
                .body("report.rmse", lessThan(1.2f)).body("report.epochs", is(20))
                .body("report.calibration[0].of", is("all"))
                .body("report.calibration[0].withinTwo", greaterThan(0.5f));
        String prediction = API + "/users/1/predictions/" + unseen();
        given().get(prediction).then().statusCode(200).body("basis", is("model"))
                .body("standardDeviation", greaterThan(0.1f)).body("standardDeviation", lessThan(3f));
        long rated = unseen();
        given().contentType("application/json").body("{\"rating\": 5}").put(API + "/users/1/ratings/" + rated).then()
                .statusCode(200);
        given().get(prediction).then().body("basis", is("folded-in")).body("standardDeviation", greaterThan(0.1f));
        given().get(API + "/users/1/recommendations?limit=50").then().statusCode(200)
                .body("foldedIn", is(true)).body("items.movieId", not(hasItem((int) rated)))
                .body("items.predictedRating", everyItem(greaterThan(0f)));
        given().contentType("application/json").body("{\"pairs\": [{\"userId\": 1, \"movieId\": 987654}]}")
                .post(API + "/predictions").then().body("predictions[0].standardDeviation", is(nullValue()));
        given().delete(API + "/users/1/ratings/" + rated).then().statusCode(204);
    }

    @Test
    void othersHaveNone() {
        Trained.once();
        Trained.train("{\"algorithm\": \"als\", \"options\": {\"factors\": 8}}");
        given().get(API + "/users/1/predictions/" + unseen()).then().statusCode(200)
                .body("standardDeviation", is(nullValue()));
    }

    private static long unseen() {
        List<Integer> list = given().get(API + "/users/1/recommendations?limit=5&strategy=model").jsonPath()
                .getList("items.movieId");
        return list.getFirst();
    }
}
