package dev.marquee.launcher.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.marquee.launcher.cli.UsageError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code ./run} makes of imports and trainings that fail, with services that answer as the test says. */
class PreparationTest {
    private static final String FAILED = "{\"id\": 1, \"state\": \"failed\", \"error\": \"The reason.\"}";
    private static final String RUNNING = "{\"id\": 1, \"state\": \"running\", \"phase\": \"starting\"}";
    private static final String COMPLETED = "{\"id\": 1, \"state\": \"completed\", \"modelId\": 1}";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Fake similarity = new Fake("movies");
    private final Fake cf = new Fake("ratings");
    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
        similarity.server.stop(0);
        cf.server.stop(0);
    }

    @Test
    void aModelIsTrainedForStarsAndOneForLists() throws Exception {
        assertNull(prepare());
        assertTrue(said().contains("Training a model (als)\n"), said());
        assertTrue(said().contains("Training a model for lists (what the service takes)\n"), said());
        assertEquals(Map.of("algorithm", "als", "role", "rating"), cf.asked.getFirst());
        assertEquals(Map.of("role", "ranking"), cf.asked.getLast(), "which algorithm is the service's to say");
    }

    @Test
    void theFinalModelIsTrainedFirstWhereItIsBetterAndItsTimeIsSaid() throws Exception {
        cf.stored = 900_000;
        assertNull(prepare());
        assertEquals(Map.of("algorithm", "hybrid", "role", "rating"), cf.asked.getFirst());
        assertTrue(said().contains("Training a model (hybrid), which takes "), said());
    }

    @Test
    void whereTheFinalModelCannotBeTrainedAnotherIs() throws Exception {
        cf.stored = 900_000;
        cf.refused = "hybrid";
        assertNull(prepare());
        assertEquals(List.of("hybrid", "als"),
                cf.asked.stream().limit(2).map(asking -> asking.get("algorithm")).toList());
        assertTrue(said().contains("Install something.\nTraining a model (als)\n"), said());
    }

    @Test
    void whatWasAskedForIsNotReplaced() {
        cf.stored = 900_000;
        cf.refused = "hybrid";
        assertEquals("Install something.",
                assertThrows(UsageError.class, () -> prepare("--algorithm", "hybrid")).getMessage());
    }

    @Test
    void aModelThatIsThereIsUsedAndWhatTrainsAnotherIsSaid() throws Exception {
        prepare();
        cf.models = "{\"role\": \"rating\", \"algorithm\": \"sgd\", \"active\": false},"
                + " {\"role\": \"rating\", \"algorithm\": \"als\", \"active\": true}, {\"role\": \"ranking\"}";
        printed.reset();
        assertNull(prepare("--algorithm", "hybrid"));
        assertTrue(said().contains("\nThe stored model (als) is used"), said());
        assertTrue(said().contains("/api/v1/trainings -H 'Content-Type: application/json'"
                + " -d '{\"algorithm\": \"hybrid\", \"role\": \"rating\"}'\n"), said());
        printed.reset();
        prepare("--algorithm", "als");
        prepare();
        assertFalse(said().contains("model"), said());
        assertEquals(2, cf.asked.size(), "nothing was trained a second time");
    }

    @Test
    void whereAllRatingsAreLearntAtLastThatIsSaid() throws Exception {
        cf.training = RUNNING;
        for (String phase : List.of("training", "scoring", "evaluating", "refitting", "refitting")) {
            cf.course.add(
                    "{\"id\": 1, \"state\": \"running\", \"phase\": \"" + phase + "\", \"epoch\": 2, \"epochs\": 3}");
        }
        cf.course.add("{\"id\": 1, \"state\": \"failed\", \"phase\": \"storing\", \"error\": \"x\"}");
        prepare();
        assertTrue(said().contains("  What puts lists in order is learnt:\n"), said());
        assertEquals(1, said().lines().filter(line -> line.startsWith("  It is judged. Now all ratings are")).count(),
                said());
    }

    @Test
    void withoutAModelTheRestIsServed() throws Exception {
        cf.training = FAILED;
        assertEquals("The reason.", prepare());
        assertTrue(said().endsWith("Training a model (als)\n  failed: The reason.\n"), said());
    }

    @Test
    void withoutRatingsMoviesAreServed() throws Exception {
        cf.importing = FAILED;
        assertEquals("There are no ratings.", prepare());
        assertTrue(said().contains("  no ratings: The reason.\n"), said());
        assertFalse(said().contains("Training"), said());
    }

    @Test
    void anImportOfNothingIsNoReasonToTrain() throws Exception {
        cf.stored = 0;
        assertEquals("There are no ratings.", prepare());
    }

    @Test
    void withoutMoviesRatingsAreServed() throws Exception {
        similarity.importing = FAILED;
        assertNull(prepare());
        assertTrue(said().contains("  no movies: The reason.\n"), said());
    }

    @Test
    void withNeitherItEnds() {
        similarity.importing = FAILED;
        cf.importing = FAILED;
        assertTrue(
                assertThrows(UsageError.class, this::prepare).getMessage().startsWith("There is nothing to recommend"));
    }

    @Test
    void whoWantsBadLinesToFailGetsAFailure() {
        cf.importing = FAILED;
        UsageError error = assertThrows(UsageError.class, () -> prepare("--on-error", "fail"));
        assertEquals("The import of the ratings failed: The reason.", error.getMessage());
    }

    @Test
    void aFirstListThatCameTooEarlyIsAskedForAgain() throws Exception {
        cf.listsInPart = 2;
        assertNull(prepare());
        assertEquals(3, cf.lists.get());
    }

    @Test
    void withoutAModelTheFirstListIsOfPopularMovies() throws Exception {
        cf.training = FAILED;
        cf.listsInPart = 1;
        prepare();
        assertEquals(2, cf.lists.get());
    }

    @Test
    void whatIsNeverWholeIsServedAsItIs() throws Exception {
        cf.listsInPart = Integer.MAX_VALUE;
        new FirstList(services(), Duration.ZERO).await(true);
        assertEquals(1, cf.lists.get());
    }

    @Test
    void theSampleIsTrainedInSeconds() throws Exception {
        cf.stored = 900_000;
        assertNull(prepare(true));
        assertEquals("als", cf.asked.getFirst().get("algorithm"));
    }

    private String prepare(String... options) throws IOException, InterruptedException {
        return prepare(false, options);
    }

    private String prepare(boolean sample, String... options) throws IOException, InterruptedException {
        return new Preparation(services(), new DataChoice(Path.of("data"), Optional.empty(), Path.of("state"), sample),
                TestCommandLine.options(options), new Console(new PrintStream(printed, true), false))
                .run();
    }

    private Services services() {
        ServiceProcess alive = new ServiceProcess("x", process, null);
        return new Services(alive, alive, new ServiceApi(similarity.port()), new ServiceApi(cf.port()));
    }

    private String said() {
        return printed.toString(UTF_8);
    }

    /** A service that has nothing stored until an import is complete, and is ready once a training is. */
    private static final class Fake {
        private final HttpServer server;
        private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
        private final AtomicBoolean imported = new AtomicBoolean();
        private final AtomicBoolean trained = new AtomicBoolean();
        private volatile String importing = COMPLETED;
        private volatile String training = COMPLETED;
        /** What a training that does not end at once says next. */
        private final Deque<String> course = new ConcurrentLinkedDeque<>();
        private volatile String models = "";
        private volatile long stored = 7;
        /** The algorithm that cannot be trained. */
        private volatile String refused = "";
        private final AtomicInteger lists = new AtomicInteger();
        /** As many of them are without what the other service knows. */
        private volatile int listsInPart;

        private Fake(String what) {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            server.createContext("/", exchange -> {
                String path = exchange.getRequestURI().getPath();
                String body = switch (path) {
                    case "/api/v1/stats" -> "{\"" + what + "\": " + (imported.get() ? stored : 0) + "}";
                    case "/api/v1/imports" -> importing;
                    case "/api/v1/trainings" -> trainingOf(exchange.getRequestBody());
                    case "/api/v1/models" -> "{\"items\": [" + models + "]}";
                    case "/api/v1/trainings/1" -> course.removeFirst();
                    case "/api/v1/users/0/recommendations" ->
                        list("\"notes\": [\"similarity-service does not answer: x\"]");
                    case "/api/v1/movies/popular" -> list("\"titlesAvailable\": false");
                    default -> "{}";
                };
                imported.compareAndSet(false, path.endsWith("/imports") && importing.equals(COMPLETED));
                trained.compareAndSet(false, path.endsWith("/trainings") && training.equals(COMPLETED));
                boolean ready = what.equals("movies") ? imported.get() : trained.get();
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                boolean away = path.equals("/q/health/ready") && !ready;
                exchange.sendResponseHeaders(away ? 503 : body.contains("Install") ? 400 : 200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
        }

        private String trainingOf(InputStream request) throws IOException {
            ObjectMapper json = new ObjectMapper();
            Map<String, String> asking = json.readValue(request, new TypeReference<>() {});
            asked.add(asking);
            if (refused.equals(asking.get("algorithm"))) {
                return "{\"detail\": \"Install something.\"}";
            }
            return json.readValue(training, ObjectNode.class)
                    .put("algorithm", asking.getOrDefault("algorithm", "what the service takes")).toString();
        }

        private String list(String inPart) {
            return "{" + (lists.getAndIncrement() < listsInPart ? inPart : "\"notes\": [\"x\"]") + "}";
        }

        private int port() {
            return server.getAddress().getPort();
        }
    }
}
