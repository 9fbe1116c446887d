package dev.marquee.cf.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.algorithms.Algorithms;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TrainingResourceTest extends ServiceTest {
    private static final String ENDLESS = """
            {"algorithm": "als", "options": {"factors": 256, "iterations": 200, "patience": 0}}""";

    @TestHTTPResource("/api/v1/trainings/")
    URI trainings;

    @BeforeEach
    void data() {
        Trained.once();
    }

    @Test
    void aTrainingEndsWithAnActiveModelAndItsReport() {
        JsonPath job = Trained
                .train("{\"algorithm\": \"sgd\", \"options\": {\"factors\": 4, \"epochs\": 10, \"seed\": 5}}");
        assertEquals(5, job.getInt("seed"));
        assertEquals(4, job.getInt("options.factors"));
        // The model depends on it, so what was left open is told.
        assertEquals(Runtime.getRuntime().availableProcessors(), job.getInt("options.threads"));
        given().get(API + "/models/" + job.getLong("modelId")).then().statusCode(200).body("active", is(true))
                .body("algorithm", is("sgd")).body("report.rmse", lessThan(1.2f)).body("report.mae", greaterThan(0f))
                .body("report.heldOut", greaterThan(100)).body("report.refitted", is(true))
                .body("report.ndcgAt10", greaterThan(0f)).body("report.recallAt20", greaterThan(0f))
                .body("report.hitRateAt10", greaterThan(0f)).body("report.coverageAt10", lessThan(1f))
                .body("report.lists", greaterThan(40)).body("report.learningCurve.trainMetric", is("rmse"))
                .body("report.learningCurve.points[0].epoch", is(1))
                .body("report.learningCurve.points[0].validation", greaterThan(0f))
                .body("snapshot.ratings", greaterThan(4000)).body("snapshot.readAt", notNullValue());
        given().get(API + "/models/" + job.getLong("modelId") + "/learning-curve.svg").then().statusCode(200)
                .contentType("image/svg+xml").body(containsString("sgd as rating model"));
        given().get(API + "/trainings").then().body("items[0].id", is((int) job.getLong("id")));
    }

    @Test
    void whoSeesTheEndOfATrainingMayStartTheNextOne() {
        for (int i = 0; i < 10; i++) {
            String location = Trained.start("{\"algorithm\": \"popular\"}"); // 202, never 409
            while (given().get(location).jsonPath().getString("state").equals("running")) {
                Thread.onSpinWait();
            }
        }
    }

    /** Here there is no GPU, or there is one; either way the record says where it ran, and why. */
    @Test
    void theRecordNamesTheDeviceAndWhyItWasChosen() {
        JsonPath asked = Trained.train(
                "{\"algorithm\": \"als\", \"options\": {\"factors\": 4, \"iterations\": 3, \"device\": \"cpu\"}}");
        assertEquals("cpu", asked.getString("options.device"));
        assertTrue(asked.getString("device").startsWith("CPU ("), asked.prettify());
        assertEquals("device=cpu was asked for", asked.getString("deviceReason"));
        given().get(API + "/models/" + asked.getLong("modelId")).then()
                .body("report.device", is(asked.getString("device")))
                .body("report.deviceReason", is("device=cpu was asked for"));
        JsonPath configured = Trained
                .train("{\"algorithm\": \"als\", \"options\": {\"factors\": 4, \"iterations\": 3}}");
        assertEquals("auto", configured.getString("options.device"));
        assertTrue(configured.getString("deviceReason").startsWith("device=auto "), configured.prettify());
        JsonPath without = Trained.train("{\"algorithm\": \"popular\"}");
        assertTrue(without.getString("device").startsWith("CPU ("), without.prettify());
        given().get("/q/metrics").then().body(
                containsString("marquee_training_devices_total{algorithm=\"als\",kind=\"cpu\"}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|sgd|rating", "{\"role\": \"rating\"}|sgd|rating",
            "{\"role\": \"ranking\", \"options\": {\"factors\": 4}}|lists|ranking"})
    void withoutAnAlgorithmTheRoleChoosesIt(String request, String algorithm, String role) {
        JsonPath job = Trained.train(request);
        assertEquals(algorithm, job.getString("algorithm"));
        given().get(API + "/models/" + job.getLong("modelId")).then().body("algorithm", is(algorithm))
                .body("role", is(role)).body("active", is(true));
    }

    @Test
    void withoutRefitTheEvaluatedModelIsStored() {
        JsonPath job = Trained.train("{\"algorithm\": \"als\", \"options\": {\"factors\": 4}, \"refit\": false}");
        given().get(API + "/models/" + job.getLong("modelId")).then().body("report.refitted", is(false));
    }

    @Test
    void onlyOneRunsAtATimeAndCancellingLeavesTheModelAlone() {
        int before = given().get(API + "/stats").jsonPath().getInt("modelId");
        String location = Trained.start(ENDLESS);
        String id = location.substring(location.lastIndexOf('/') + 1);
        given().contentType("application/json").body("{\"algorithm\": \"als\"}").post(API + "/trainings").then()
                .statusCode(409).body("runningId", is(id)).body("detail", containsString(id));
        Trained.until(location, state -> state.equals("running"));
        given().delete(location).then().statusCode(202);
        JsonPath ended = Trained.until(location, state -> !state.equals("running"));
        assertEquals("cancelled", ended.getString("state"));
        given().delete(location).then().statusCode(200).body("state", is("cancelled"));
        given().get(API + "/stats").then().body("modelId", is(before));
    }

    @Test
    void eventsTellTheStateFirstThenEachEpochAndEndWithTheJob() throws Exception {
        String location = Trained.start(ENDLESS);
        String id = location.substring(location.lastIndexOf('/') + 1);
        List<JsonPath> events = new ArrayList<>();
        events(id, event -> {
            events.add(event);
            if (events.size() == 5) {
                given().delete(location).then().statusCode(202);
            }
        });
        assertTrue(events.size() > 5, "events: " + events.size());
        assertEquals("cancelled", events.getLast().getString("state"));
        assertTrue(events.stream().anyMatch(event -> event.getInt("epoch") > 0 && event.get("trainValue") != null
                && "rmse".equals(event.get("trainMetric"))
                && event.get("remainingMillis") != null));
        for (int i = 1; i < events.size(); i++) {
            assertTrue(events.get(i).getLong("elapsedMillis") >= events.get(i - 1).getLong("elapsedMillis"));
        }
        assertEquals(256, events.getFirst().getInt("options.factors"));
        assertEquals("als", events.getFirst().getString("algorithm"));
        for (JsonPath later : events.subList(1, events.size())) {
            Set<String> told = later.<String, Object>getMap("").keySet();
            assertTrue(
                    Collections.disjoint(told, Set.of("options", "algorithm", "role", "seed", "holdout", "startedAt"))
                            && told.containsAll(Set.of("id", "state", "phase", "epoch", "elapsedMillis")),
                    told.toString());
        }
        assertEquals(1, events.stream().filter(event -> event.get("deviceReason") != null).count(), "told once");
        List<JsonPath> late = new ArrayList<>();
        events(id, late::add);
        assertEquals(List.of("cancelled"), late.stream().map(event -> event.getString("state")).toList());
        assertEquals(256, late.getFirst().getInt("options.factors"));
    }

    /** A training of an earlier run of the service, or of another replica, is told from the table. */
    @Test
    void eventsOfAnEndedTrainingAreItsLastState() throws Exception {
        String id = given().get(API + "/trainings").jsonPath()
                .getString("items.findAll { it.state == 'completed' }[-1].id");
        Trained.train("{\"algorithm\": \"als\", \"options\": {\"factors\": 2, \"iterations\": 2}}");
        List<JsonPath> events = new ArrayList<>();
        events(id, events::add);
        assertEquals(List.of("completed"), events.stream().map(event -> event.getString("state")).toList());
    }

    private void events(String id, Consumer<JsonPath> watcher) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(trainings.resolve(id + "/events")).build();
            client.send(request, HttpResponse.BodyHandlers.ofLines()).body().filter(line -> line.startsWith("data:"))
                    .forEach(line -> watcher.accept(JsonPath.from(line.substring(5))));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"algorithm\": \"sgd\", \"options\": {\"factors\": 0}}|options.factors",
            "{\"algorithm\": \"sgd\", \"options\": {\"factors\": \"many\"}}|options.factors",
            "{\"algorithm\": \"sgd\", \"options\": {\"iterations\": 3}}|options.iterations",
            "{\"algorithm\": \"als\", \"options\": {\"learningRate\": 0.1}}|options.learningRate",
            "{\"algorithm\": \"als\", \"options\": {\"device\": \"tpu\"}}|options.device",
            "{\"algorithm\": \"bpmf\", \"options\": {\"device\": \"opencl\"}}|options.device",
            "{\"algorithm\": \"als\", \"options\": {\"device\": \"gpu\", \"factors\": 129}}|options.factors",
            "{\"algorithm\": \"ials\", \"options\": {\"device\": \"gpu\", \"factors\": 257}}|options.factors",
            "{\"algorithm\": \"knn\"}|algorithm", "{\"algorithm\": \"\"}|algorithm", "{\"role\": \"x\"}|role",
            "{\"algorithm\": \"sgd\", \"role\": \"ranking\"}|role", "{\"algorithm\": \"sgd\", \"role\": \"x\"}|role",
            "{\"algorithm\": \"sgd\", \"holdout\": 0.9}|holdout"})
    void whatCannotBeHonouredIsRefusedWithItsField(String request, String field) {
        given().contentType("application/json").body(request).post(API + "/trainings").then().statusCode(400)
                .contentType("application/problem+json").body("violations[0].field", is(field));
    }

    @Test
    void anOptionThatIsNamedTwiceIsRefused() {
        for (String request : List.of("{\"algorithm\": \"sgd\", \"options\": {\"factors\": 8, \"factors\": 16}}",
                "{\"algorithm\": \"sgd\", \"algorithm\": \"als\"}")) {
            given().contentType("application/json").body(request).post(API + "/trainings").then().statusCode(400)
                    .contentType("application/problem+json").body("detail", containsString("Duplicate field"));
        }
    }

    /** Clients that are generated from the document have types of these names. */
    @Test
    void theDocumentNamesTrainingsAsItAlwaysDid() {
        JsonPath document = given().get("/q/openapi?format=json").jsonPath();
        Set<String> schemas = document.<String, Object>getMap("components.schemas").keySet();
        assertEquals(Set.of("TrainingJob", "TrainingEvent", "TrainingRequest", "TrainingState", "PageTrainingJob"),
                schemas.stream().filter(name -> name.contains("Training")).collect(Collectors.toSet()));
        assertEquals("#/components/schemas/TrainingJob",
                document.getString("components.schemas.PageTrainingJob.properties.items.items.$ref"));
    }

    /** In the order that clients know; parts within a view would lose it. */
    @Test
    void theDocumentHasTheFieldsOfTrainingsInTheirOrder() {
        List<String> fields = List.of("id", "state", "algorithm", "role", "options", "seed", "holdout", "phase",
                "epoch", "epochs", "trainMetric", "trainValue", "validationMetric", "validationValue", "elapsedMillis",
                "remainingMillis", "modelId", "error", "note", "device", "deviceReason", "startedAt", "finishedAt");
        JsonPath document = given().get("/q/openapi?format=json").jsonPath();
        for (String schema : List.of("TrainingJob", "TrainingEvent")) {
            assertEquals(fields, List.copyOf(document
                    .<String, Object>getMap("components.schemas." + schema + ".properties").keySet()));
        }
    }

    @Test
    void theDocumentRequiresNothingOfATraining() {
        assertNull(given().get("/q/openapi?format=json").jsonPath()
                .getList("components.schemas.TrainingRequest.required"));
    }

    @Test
    void theDocumentNamesAllAlgorithms() {
        String description = given().get("/q/openapi?format=json").jsonPath()
                .getString("components.schemas.TrainingRequest.properties.algorithm.description");
        Algorithms.ALL.forEach(algorithm -> assertTrue(description.contains(algorithm.id()), algorithm::id));
    }

    @Test
    void unknownTrainingsAre404() {
        given().get(API + "/trainings/999999").then().statusCode(404);
        given().delete(API + "/trainings/999999").then().statusCode(404);
        given().get(API + "/trainings/999999/events").then().statusCode(404);
    }
}
