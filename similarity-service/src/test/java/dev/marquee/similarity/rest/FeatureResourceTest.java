package dev.marquee.similarity.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.EmbeddedPostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
class FeatureResourceTest {

    @BeforeEach
    void load() {
        Fixture.load();
    }

    private static JsonPath page(String query) {
        return given().get("/api/v1/features" + query).then().statusCode(200).extract().jsonPath();
    }

    /** By movie, column to weight. */
    private static Map<Integer, Map<Integer, Float>> rows(JsonPath page) {
        Map<Integer, Map<Integer, Float>> rows = new HashMap<>();
        List<Integer> columns = page.getList("columnNumbers");
        List<Float> weights = page.getList("weights", Float.class);
        List<Integer> sizes = page.getList("sizes");
        int at = 0;
        for (int movie = 0; movie < sizes.size(); movie++) {
            Map<Integer, Float> row = new HashMap<>();
            for (int i = 0; i < sizes.get(movie); i++) {
                row.put(columns.get(at), weights.get(at++));
            }
            rows.put(page.<Integer>getList("movieIds").get(movie), row);
        }
        assertEquals(columns.size(), at);
        return rows;
    }

    @Test
    void theProductOfTwoRowsIsTheirSimilarity() {
        JsonPath all = page("");
        Map<Integer, Map<Integer, Float>> rows = rows(all);
        assertEquals(Fixture.MOVIES, rows.size());
        assertTrue(rows.values().stream().flatMap(row -> row.keySet().stream())
                .allMatch(column -> column >= 0 && column < all.getInt("columns")));
        JsonPath similar = given().get("/api/v1/movies/1/similar?limit=10").jsonPath();
        for (int i = 0; i < 10; i++) {
            Map<Integer, Float> other = rows.get(similar.getInt("items[" + i + "].movie.movieId"));
            double product = rows.get(1).entrySet().stream()
                    .mapToDouble(entry -> entry.getValue() * other.getOrDefault(entry.getKey(), 0f)).sum();
            assertEquals(similar.getDouble("items[" + i + "].score"), product, 1e-4);
        }
    }

    @Test
    void pagesTogetherAreTheWhole() {
        JsonPath all = page("?limit=5000");
        assertNull(all.getString("next"));
        List<Integer> ids = new ArrayList<>();
        Map<Integer, Map<Integer, Float>> rows = new HashMap<>();
        Integer next = 0;
        while (next != null) {
            JsonPath page = page("?limit=4&after=" + next);
            assertEquals(all.getString("space"), page.getString("space"));
            assertEquals(all.getString("version"), page.getString("version"));
            ids.addAll(page.getList("movieIds"));
            rows.putAll(rows(page));
            next = page.get("next");
        }
        assertEquals(all.getList("movieIds"), ids);
        assertEquals(ids.stream().sorted().toList(), ids);
        assertEquals(rows(all), rows);
        given().get("/api/v1/features?after=9000000000").then().statusCode(200).body("movieIds", is(List.of()))
                .body("next", is((Object) null));
    }

    @Test
    void anotherMovieIsAnotherVersionOfTheSameSpace() {
        JsonPath before = page("?limit=1");
        given().contentType(ContentType.JSON).body("{\"title\": \"Quite Another\", \"genres\": [\"Comedy\"]}")
                .put("/api/v1/movies/71001").then().statusCode(201);
        try {
            JsonPath after = page("?limit=1");
            assertNotEquals(before.getString("version"), after.getString("version"));
        } finally {
            given().delete("/api/v1/movies/71001").then().statusCode(204);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=0    | limit | 1
            limit=5001 | limit | 5000
            limit=all  | limit | whole number
            after=-1   | after | 0
            after=x    | after | whole number
            from=7     | from  | known are after, limit
            """)
    void wrongParametersAreNamed(String query, String field, String rule) {
        given().get("/api/v1/features?" + query).then().statusCode(400).contentType("application/problem+json")
                .body("violations[0].field", is(field)).body("violations[0].message", containsString(rule));
    }
}
