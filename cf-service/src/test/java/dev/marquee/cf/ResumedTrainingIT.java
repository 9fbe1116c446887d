package dev.marquee.cf;

import static dev.marquee.cf.Jobs.ended;
import static dev.marquee.cf.Jobs.post;
import static dev.marquee.cf.Jobs.until;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.testing.TasteFolder;
import dev.marquee.common.harness.PackagedService;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long training in the packaged service that is killed, goes on, is stopped, goes on, and ends as if nothing had
 * been.
 */
class ResumedTrainingIT {
    private static final String LONG = """
            {"algorithm": "als", "options": {"factors": 128, "iterations": 100, "patience": 0}}""";

    @TempDir
    Path folder;

    @Test
    void aTrainingThatWasKilledAndStoppedEndsWithTheSameModel() {
        String training;
        PackagedService first = start();
        try {
            ended(first, post(first, "imports", "{\"path\": \"" + TasteFolder.create() + "\"}"));
            training = post(first, "trainings", LONG);
            until(first, training, job -> job.getInt("epoch") >= 5);
        } finally {
            first.kill();
        }
        int stoppedAt;
        try (PackagedService second = start()) {
            JsonPath resumed = until(second, training, job -> job.get("note") != null);
            assertEquals("running", resumed.getString("state"), resumed.prettify());
            assertTrue(resumedFrom(resumed) >= 4, resumed.prettify());
            stoppedAt = until(second, training, job -> job.getInt("epoch") >= resumedFrom(resumed) + 5)
                    .getInt("epoch");
        }
        try (PackagedService third = start()) {
            JsonPath resumed = ended(third, training);
            assertTrue(resumedFrom(resumed) >= stoppedAt || resumed.getString("phase").equals("storing"),
                    resumed.prettify());
            JsonPath whole = ended(third, post(third, "trainings", LONG));
            assertNotEquals(resumed.getInt("modelId"), whole.getInt("modelId"));
            assertEquals(figures(third, whole), figures(third, resumed));
        }
    }

    private PackagedService start() {
        return PackagedService.start(folder, Map.of("QUARKUS_REST_CLIENT_SIMILARITY_URL", "http://localhost:9",
                "MARQUEE_TRAINING_CHECKPOINT_EVERY", "0S"));
    }

    private static int resumedFrom(JsonPath job) {
        return Integer.parseInt(job.getString("note").replaceAll("\\D+", ""));
    }

    /** What tells models apart: the report, and predictions of many. */
    private static List<Object> figures(PackagedService service, JsonPath job) {
        given().contentType("application/json").body("{\"modelId\": " + job.getInt("modelId") + "}")
                .put(service.url() + "/api/v1/models/active/rating").then().statusCode(200);
        JsonPath model = given().get(service.url() + "/api/v1/models/" + job.getInt("modelId")).jsonPath();
        return List.of(model.getDouble("report.rmse"), model.getDouble("report.trainValue"),
                given().get(service.url() + "/api/v1/users/3/recommendations").jsonPath()
                        .getList("items.predictedRating"));
    }
}
