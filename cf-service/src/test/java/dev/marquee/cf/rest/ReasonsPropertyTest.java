package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.testing.TasteFolder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever asks why is told, for each movie of each list. */
@QuarkusTest
class ReasonsPropertyTest extends ServiceTest {
    private static final int TRIALS = 25;
    private static final List<String> STRATEGIES = List.of("auto", "model", "content", "blend", "popular");

    private int ratingModel;

    @BeforeEach
    void data() {
        Trained.once();
        given().delete(API + "/models/active/ranking").then().statusCode(204);
        ratingModel = given().get(API + "/stats").jsonPath().getInt("modelId");
    }

    @AfterEach
    void modelsAsBefore() {
        given().delete(API + "/models/active/ranking").then().statusCode(204);
        given().contentType("application/json").body("{\"modelId\": " + ratingModel + "}")
                .put(API + "/models/active/rating").then().statusCode(200);
    }

    /** All the same, one alone, only bad ones, only of movies that nobody knows, or any. */
    private static Map<Integer, Double> profile(Random random) {
        int kind = random.nextInt(5);
        int size = kind == 1 ? 1 : 1 + random.nextInt(12);
        double same = (1 + random.nextInt(10)) / 2.0;
        Map<Integer, Double> profile = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            int movie = 1 + random.nextInt(kind == 3 ? 500 : TasteFolder.MOVIES)
                    + (kind == 3 ? TasteFolder.POPULAR : 0);
            profile.put(movie, switch (kind) {
                case 0 -> same;
                case 2 -> (1 + random.nextInt(4)) / 2.0;
                default -> (1 + random.nextInt(10)) / 2.0;
            });
        }
        return profile;
    }

    private static String body(Map<Integer, Double> profile, String strategy, Random random) {
        String ratings = profile.entrySet().stream()
                .map(each -> "{\"movieId\": " + each.getKey() + ", \"rating\": " + each.getValue() + "}")
                .collect(Collectors.joining(","));
        return "{\"ratings\": [" + ratings + "], \"limit\": " + (1 + random.nextInt(60)) + ", \"explain\": true,"
                + (random.nextInt(3) == 0 ? "\"genre\": \"comedy\"," : "") + " \"strategy\": \"" + strategy
                + "\", \"diversity\": " + random.nextInt(3) / 2.0 + "}";
    }

    @ParameterizedTest
    @CsvSource({"als,ials", "als,", "biases,", "mean,", "biases,popular"})
    void eachMovieOfEachListHasAReason(String stars, String ranking) {
        Trained.train("{\"algorithm\": \"" + stars + "\"}");
        if (ranking != null) {
            Trained.train("{\"algorithm\": \"" + ranking + "\"}");
        }
        for (int seed = 0; seed < TRIALS; seed++) {
            Random random = new Random(seed);
            Map<Integer, Double> profile = profile(random);
            for (String strategy : STRATEGIES) {
                String body = body(profile, strategy, random);
                assertReasons(given().contentType("application/json").body(body).post(API + "/recommendations").then()
                        .statusCode(200).extract().jsonPath(), "seed " + seed + ": " + body);
            }
        }
        for (int user = 1; user <= TasteFolder.USERS; user += 7) {
            for (String strategy : STRATEGIES) {
                assertReasons(given().get(API + "/users/" + user + "/recommendations?limit=60&explain=true&strategy="
                        + strategy).then().statusCode(200).extract().jsonPath(), "user " + user + ", " + strategy);
            }
        }
    }

    private static void assertReasons(JsonPath list, String where) {
        for (Map<String, Object> item : list.<Map<String, Object>>getList("items")) {
            List<Map<String, Object>> reasons = reasons(item);
            assertTrue(!reasons.isEmpty(), where + " has no reason for " + item);
            for (Map<String, Object> reason : reasons) {
                assertTrue(reason.get("kind") instanceof String && reason.get("value") instanceof String,
                        where + ": " + item);
                assertEquals(List.of("rated", "similar").contains(reason.get("kind")), reason.containsKey("movieId"),
                        where + ": " + item);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> reasons(Map<String, Object> item) {
        return (List<Map<String, Object>>) item.get("reasons");
    }
}
