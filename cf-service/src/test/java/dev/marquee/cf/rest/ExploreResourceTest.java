package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.OpenApiDocument;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExploreResourceTest extends ServiceTest {

    @BeforeEach
    void data() {
        Trained.once();
    }

    @Test
    void popularMoviesComeByTheirNumberOrByTheirMean() {
        for (String wish : List.of("", "&by=count", "&by=rating", "&days=36500", "&by=rating&days=36500")) {
            List<Float> scores = given().get(API + "/movies/popular?limit=30" + wish).then().statusCode(200)
                    .body("items.size()", is(30)).body("titlesAvailable", is(true)).body("items.title",
                            everyItem(notNullValue()))
                    .extract().jsonPath().getList("items.score", Float.class);
            assertEquals(scores.stream().sorted(java.util.Comparator.reverseOrder()).toList(), scores);
        }
        given().get(API + "/movies/popular?genre=drama&yearFrom=1990&days=36500").then().body("items.genres",
                everyItem(is(List.of("Drama"))));
        given().get(API + "/movies/popular?limit=0").then().statusCode(400).body("violations[0].field", is("limit"));
        given().get(API + "/movies/popular?yearFrom=2000&yearTo=1990").then().statusCode(400);
    }

    @Test
    void neighboursOfAMovieAreLikedByTheSamePeople() {
        List<Integer> ids = given().get(API + "/movies/1/neighbours").then().statusCode(200)
                .body("items.size()", is(10)).body("items[0].title", containsString("Movie")).extract().jsonPath()
                .getList("items.movieId", Integer.class);
        assertTrue(ids.stream().filter(id -> id % 2 == 1).count() >= 9 && !ids.contains(1), "neighbours: " + ids);
        given().get(API + "/movies/260/neighbours").then().statusCode(200).body("items", empty()).body("notes[0]",
                containsString("ratings"));
        given().get(API + "/movies/999999/neighbours").then().statusCode(404);
    }

    @Test
    void neighboursOfAUserLikeTheSameMovies() {
        List<Integer> ids = given().get(API + "/users/1/neighbours").then().statusCode(200)
                .body("items.size()", is(10)).extract().jsonPath().getList("items.userId", Integer.class);
        assertTrue(ids.stream().filter(id -> id % 2 == 1).count() >= 9 && !ids.contains(1), "neighbours: " + ids);
        given().get(API + "/users/999999/neighbours").then().statusCode(404);
    }

    @Test
    void predictionsKnowTasteAndSayWhatTheyStandOn() {
        float liked = given().get(API + "/users/3/predictions/5").then().statusCode(200).body("basis", is("model"))
                .extract().path("predictedRating");
        float disliked = given().get(API + "/users/3/predictions/6").then().extract().path("predictedRating");
        assertTrue(liked > disliked + 1, liked + " and " + disliked);
        given().get(API + "/users/3/predictions/295").then().statusCode(200).body("basis", is("user"));
        given().get(API + "/users/999999/predictions/5").then().statusCode(404);
        given().get(API + "/users/3/predictions/999999").then().statusCode(404);
    }

    @Test
    void manyPredictionsFallBackToWhatIsKnown() {
        given().contentType("application/json")
                .body("""
                        {"pairs": [{"userId": 3, "movieId": 5}, {"userId": 999999, "movieId": 5}, {"userId": 3, "movieId": 999999},
                          {"userId": 999999, "movieId": 999999}]}""")
                .post(API + "/predictions").then().statusCode(200)
                .body("predictions.basis", is(List.of("model", "movie", "user", "mean")))
                .body("predictions[1].rating", nullValue());
        given().contentType("application/json").body("{\"pairs\": []}").post(API + "/predictions").then()
                .statusCode(400).body("violations[0].field", is("pairs"));
        given().contentType("application/json").body("{\"pairs\": [{\"userId\": 1}]}").post(API + "/predictions")
                .then().statusCode(400).body("violations[0].field", is("pairs[0].movieId"));
    }

    @Test
    void usersAndNumbers() {
        given().get(API + "/users?size=5").then().statusCode(200).body("items.size()", is(5))
                .body("items[0].userId", is(1)).body("items[0].ratings", greaterThan(10));
        given().get(API + "/users?page=-1").then().statusCode(400).body("violations[0].field", is("page"));
        given().get(API + "/users/1/ratings?size=500").then().statusCode(400);
        given().get(API + "/stats").then().statusCode(200).body("users", greaterThan(79))
                .body("knownMovies", greaterThan(299)).body("meanRating", greaterThan(1f))
                .body("histogram.size()", greaterThan(4)).body("modelId", notNullValue());
    }

    @Test
    void healthMetricsAndTheDocumentAreThere() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", not(empty()));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/started").then().statusCode(200);
        given().get(API + "/users/1/recommendations").then().statusCode(200);
        String metrics = given().get("/q/metrics").asString();
        for (String name : List.of("marquee_training_seconds", "marquee_training_epochs", "marquee_model_age_seconds",
                "marquee_recommendations_seconds", "marquee_similarity_available")) {
            assertTrue(metrics.contains(name), name);
        }
        given().get("/q/openapi?format=json").then().statusCode(200)
                .body("paths.findAll { path, methods -> methods.any { it.value instanceof Map && !it.value.summary } }.size()",
                        is(0));
        given().get("/q/swagger-ui/").then().statusCode(200);
    }

    @Test
    void theDocumentSaysWhatEachAnswerLooksLike() {
        assertEquals(List.of(), OpenApiDocument.answersWithoutForm(
                given().get("/q/openapi?format=json").then().extract().path("paths")));
    }

    @Test
    void theDocumentSaysWhichWordsAParameterMayBe() {
        JsonPath document = given().get("/q/openapi?format=json").jsonPath();
        Map<String, Object> by = form(document, "/movies/popular", "by");
        assertEquals(List.of("count", "rating"), by.get("enum"));
        assertEquals("count", by.get("default"));
        Map<String, Object> strategy = form(document, "/users/{userId}/recommendations", "strategy");
        assertTrue(strategy.toString().contains("#/components/schemas/Strategy"), strategy.toString());
        assertTrue(strategy.toString().contains("default=auto"), strategy.toString());
        assertEquals(List.of("auto", "model", "content", "blend", "popular"),
                document.getList("components.schemas.Strategy.enum"));
        assertTrue(document.getString("components.schemas.Recommendation.properties.score.description")
                .contains("larger is better"));
    }

    private static Map<String, Object> form(JsonPath document, String path, String parameter) {
        return document.getMap("paths.'" + API + path + "'.get.parameters.find { it.name == '" + parameter
                + "' }.schema");
    }

    /** Clients that are generated from the document have types of these names. */
    @Test
    void theDocumentNamesTypesAsItAlwaysDid() {
        Set<String> names = given().get("/q/openapi?format=json").jsonPath()
                .<String, Object>getMap("components.schemas").keySet();
        Set<String> missing = new HashSet<>(Set.of("Neighbours", "NeighboursMovieNeighbour", "NeighboursUserNeighbour",
                "MovieNeighbour", "UserNeighbour", "Prediction", "Basis", "Stats", "RatingInput", "NewRating",
                "ModelInfo", "PageModelInfo", "DataSnapshot", "ModelReport", "LearningCurve", "CurvePoint",
                "Calibration",
                "PopularList", "Item", "Recommendations", "Recommendation", "Reason", "Strategy", "ImportJob",
                "PageImportJob", "ImportRequest", "State", "OnError", "ConflictRule", "RejectedLine"));
        missing.removeAll(names);
        assertEquals(Set.of(), missing);
        assertEquals(Set.of("RatingView", "PageRatingView", "UserView", "PageUserView"),
                names.stream().filter(name -> name.endsWith("View")).collect(Collectors.toSet()));
    }
}
