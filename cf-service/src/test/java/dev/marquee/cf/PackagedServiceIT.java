package dev.marquee.cf;

import static dev.marquee.cf.Jobs.ended;
import static dev.marquee.cf.Jobs.post;
import static dev.marquee.cf.Jobs.until;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.testing.TasteFolder;
import dev.marquee.common.harness.PackagedService;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged service from its first start on, killed in the middle of a training, and started again. */
class PackagedServiceIT {
    private static final long STORED_AFTER_MILLIS = 3000;
    private static final String ENDLESS = """
            {"algorithm": "als", "options": {"factors": 512, "iterations": 200, "patience": 0}}""";

    @TempDir
    Path folder;

    @Test
    void aKilledTrainingIsMarkedAndTheServiceGoesOnWithItsModel() {
        int model;
        String killed;
        PackagedService first = start();
        try {
            given().get(first.url() + "/q/health/ready").then().statusCode(503);
            ended(first, post(first, "imports", "{\"path\": \"" + TasteFolder.create() + "\"}"));
            model = ended(first, post(first, "trainings", "{\"algorithm\": \"als\", \"options\": {\"factors\": 8}}"))
                    .getInt("modelId");
            recommends(first, model);
            killed = post(first, "trainings", ENDLESS);
            // By then its progress was stored at least once.
            long begun = until(first, killed, job -> job.getInt("epoch") > 0).getLong("elapsedMillis");
            until(first, killed, job -> job.getLong("elapsedMillis") > begun + STORED_AFTER_MILLIS);
        } finally {
            first.kill();
        }
        try (PackagedService second = start()) {
            JsonPath job = given().get(second.url() + killed).jsonPath();
            assertEquals("interrupted", job.getString("state"), job.prettify());
            assertTrue(job.getInt("epoch") > 0, job.prettify());
            given().get(second.url() + "/q/health/ready").then().statusCode(200);
            recommends(second, model);
            assertEquals("completed", ended(second, post(second, "trainings", "{\"algorithm\": \"als\"}"))
                    .getString("state"));
        }
        try (PackagedService third = start()) {
            recommends(third, model + 1);
        }
    }

    /** Of Quarkus's type, and of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"much", "7"})
    void aWrongSettingEndsTheStartWithItsNameAndWithoutATrace(String holdout) {
        List<String> said = PackagedService.startInVain(folder, Map.of("MARQUEE_TRAINING_HOLDOUT", holdout));
        assertEquals(1, said.stream().filter(line -> line.contains("The service did not start: ")
                && line.contains("marquee.training.holdout") && line.contains(holdout)).count());
        assertEquals(List.of(), said.stream().filter(line -> line.startsWith("\tat ")).toList());
    }

    private PackagedService start() {
        // Nobody listens there: the service must do without titles.
        return PackagedService.start(folder, Map.of("QUARKUS_REST_CLIENT_SIMILARITY_URL", "http://localhost:9"));
    }

    private static void recommends(PackagedService service, int model) {
        given().get(service.url() + "/api/v1/users/1/recommendations").then().statusCode(200).body("modelId", is(model))
                .body("titlesAvailable", is(false)).body("items.size()", is(10))
                .body("items[0].predictedRating", greaterThan(3f));
    }
}
