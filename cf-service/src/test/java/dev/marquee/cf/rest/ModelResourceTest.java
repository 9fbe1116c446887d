package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ModelResourceTest extends ServiceTest {
    private static final String SMALL = "{\"algorithm\": \"als\", \"options\": {\"factors\": 3, \"iterations\": 2}}";

    @BeforeEach
    void data() {
        Trained.once();
    }

    private static io.restassured.response.ValidatableResponse activate(String role, String body) {
        return given().contentType("application/json").body(body).put(API + "/models/active/" + role).then();
    }

    @Test
    void activationSwapsAtOnceAndTheWayBackIsKept() {
        int first = Trained.train(SMALL).getInt("modelId");
        int second = Trained.train(SMALL).getInt("modelId");
        given().get(API + "/models/" + first).then().body("active", is(false)).body("previous", is(true));
        given().get(API + "/users/1/recommendations").then().body("modelId", is(second));

        activate("rating", "{\"modelId\": " + first + "}").statusCode(200).body("active", is(true));
        given().get(API + "/users/1/recommendations").then().body("modelId", is(first));
        given().get(API + "/models/" + second).then().body("previous", is(true));
        activate("rating", "{\"modelId\": " + first + "}").statusCode(200);
        given().get(API + "/models/" + second).then().body("previous", is(true));
    }

    @Test
    void oldModelsArePrunedButNeverTheActiveAndThePreviousOne() {
        int kept = Trained.train(SMALL).getInt("modelId");
        for (int i = 0; i < 6; i++) {
            Trained.train(SMALL);
            activate("rating", "{\"modelId\": " + kept + "}").statusCode(200);
        }
        given().get(API + "/models?size=50").then().body("items.findAll { it.role == 'rating' }.size()", is(6))
                .body("items.findAll { it.active }.id", is(java.util.List.of(kept)))
                .body("items.findAll { it.report.rmse != null }.size()", is(6));
    }

    @Test
    void whatCannotBeActivatedIsRefused() {
        activate("rating", "{\"modelId\": 999999}").statusCode(404);
        activate("rating", "{}").statusCode(400).body("violations[0].field", is("modelId"));
        activate("taste", "{\"modelId\": 1}").statusCode(400).body("violations[0].field", is("role"));
        int model = given().get(API + "/models").jsonPath().getInt("items[0].id");
        activate("ranking", "{\"modelId\": " + model + "}").statusCode(400).body("violations[0].field", is("modelId"));
        given().get(API + "/models/999999").then().statusCode(404);
        given().get(API + "/models/999999/learning-curve.svg").then().statusCode(404)
                .contentType("application/problem+json");
        given().get(API + "/models?size=0").then().statusCode(400).body("violations[0].field", is("size"));
        given().get(API + "/models").then().body("items[0].bytes", greaterThan(1000));
    }
}
