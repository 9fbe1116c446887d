package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.marquee.cf.boost.TreeLibrary;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is special about a model of {@code hybrid}: it asks for someone's ratings, and tells what it is made of. */
@QuarkusTest
class HybridModelTest extends ServiceTest {
    private static final String HYBRID = """
            {"algorithm": "hybrid", "options": {"factors": 6, "sweeps": 12, "foldSweeps": 8, "folds": 3, "trees": 20,
             "depth": 3, "learningRate": 0.2, "leafRows": 5}}""";

    @Test
    void itPredictsForStoredUsersForChangedOnesAndForStrangers() {
        assumeTrue(TreeLibrary.get().isPresent(), TreeLibrary.problem());
        Trained.once();
        JsonPath job = Trained.train(HYBRID);
        given().get(API + "/models/" + job.getLong("modelId")).then().body("algorithm", is("hybrid"))
                .body("report.rmse", lessThan(1.2f)).body("report.note", containsString("mean "))
                .body("report.note", containsString("hybrid "));
        List<Integer> list = given().get(API + "/users/1/recommendations?limit=5&strategy=model").jsonPath()
                .getList("items.movieId");
        String prediction = API + "/users/1/predictions/" + list.getLast();
        given().get(prediction).then().statusCode(200).body("basis", is("model"))
                .body("predictedRating", greaterThan(0.4f)).body("standardDeviation", notNullValue());
        given().contentType("application/json").body("{\"rating\": 5}")
                .put(API + "/users/1/ratings/" + list.getFirst()).then().statusCode(200);
        given().get(prediction).then().body("basis", is("folded-in")).body("predictedRating", greaterThan(0.4f));
        given().get(API + "/users/1/recommendations?limit=50").then().statusCode(200)
                .body("items.movieId", not(hasItem(list.getFirst())))
                .body("items.predictedRating", everyItem(greaterThan(0.4f)));
        given().contentType("application/json")
                .body("{\"pairs\": [{\"userId\": 1, \"movieId\": 987654}, {\"userId\": 987654, \"movieId\": "
                        + list.getLast() + "}]}")
                .post(API + "/predictions").then().statusCode(200).body("predictions[0].basis", is("user"))
                .body("predictions[1].basis", is("movie"))
                .body("predictions.predictedRating", everyItem(greaterThan(0.4f)));
        given().delete(API + "/users/1/ratings/" + list.getFirst()).then().statusCode(204);
    }

    @Test
    void aHybridOfOneModelIsRefused() {
        given().contentType("application/json").body("{\"algorithm\": \"hybrid\", \"options\": {\"models\": \"als\"}}")
                .post(API + "/trainings").then().statusCode(400).body(containsString("options.models"))
                .body(containsString("two or more"));
    }
}
