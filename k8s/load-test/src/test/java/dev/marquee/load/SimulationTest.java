package dev.marquee.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole simulations against a stub, each in a process of its own, as Gatling ends the one that it runs in. */
class SimulationTest {
    private static final int LIMITS_BROKEN = 2;

    @TempDir
    Path results;

    private record Outcome(int exit, String output) {}

    private Outcome run(String url, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", Main.OPENS, "-cp", System.getProperty("java.class.path"),
                        "-Dload.cf-url=" + url,
                        "-Dload.similarity-url=" + url, "-Dload.rate=20", "-Dload.duration=1", "-Dload.warm-up=1",
                        "-Dload.p99-ms=60000", "-Dload.results=" + results));
        List<String> given = List.of(arguments);
        command.addAll(given.stream().filter(argument -> argument.startsWith("-D")).toList());
        command.add(Main.class.getName());
        command.addAll(given.stream().filter(argument -> !argument.startsWith("-D")).toList());
        Path output = Files.createTempFile(results, "output", ".txt");
        int exit = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start()
                .waitFor();
        return new Outcome(exit, Files.readString(output));
    }

    @Test
    void ratingTrainsTooAndTakesEveryRatingBack() throws Exception {
        try (StubServices stub = new StubServices()) {
            Outcome outcome = run(stub.url(), "rating");
            assertEquals(0, outcome.exit(), outcome.output());
            int rated = stub.calls.get("PUT /users/N/ratings/N");
            assertTrue(rated >= 5, () -> "" + stub.calls);
            assertEquals(rated, stub.calls.get("DELETE /users/N/ratings/N"), () -> "" + stub.calls);
            assertEquals(2 * rated, stub.calls.get("GET /users/N/recommendations"), () -> "" + stub.calls);
            assertTrue(stub.calls.get("POST /trainings") >= 1
                    && stub.calls.getOrDefault("GET /trainings/N", 0) >= stub.calls.get("POST /trainings")
                    && stub.calls.get("DELETE /trainings/N") == 1,
                    () -> "" + stub.calls);
            try (Stream<Path> files = Files.walk(results)) {
                assertTrue(files.anyMatch(file -> file.endsWith("index.html")), "there is no report");
            }
        }
    }

    @Test
    void stepsStopAtTheFirstRateThatFails() throws Exception {
        try (StubServices stub = new StubServices()) {
            stub.notes = "similarity-service does not answer: the list comes from the model alone.";
            Outcome outcome = run(stub.url(), "recommending", "5", "10");
            assertEquals(LIMITS_BROKEN, outcome.exit(), outcome.output());
            assertTrue(outcome.output().contains("not sustained") && outcome.output().contains("No rate is sustained."),
                    outcome.output());
        }
    }

    @Test
    void aLimitThatIsBrokenFailsRatingToo() throws Exception {
        try (StubServices stub = new StubServices()) {
            stub.pauseMillis = 30;
            Outcome outcome = run(stub.url(), "-Dload.p99-ms=5", "rating");
            assertEquals(LIMITS_BROKEN, outcome.exit(), outcome.output());
        }
    }

    @Test
    void browsingGoesFromSearchToSimilar() throws Exception {
        try (StubServices stub = new StubServices()) {
            Outcome outcome = run(stub.url(), "browsing");
            assertEquals(0, outcome.exit(), outcome.output());
            assertEquals(stub.calls.get("GET /movies/N"), stub.calls.get("GET /movies/N/similar"),
                    () -> "" + stub.calls);
        }
    }

    @Test
    void servicesThatAreNotThereAreNamed() throws Exception {
        Outcome outcome = run("http://localhost:1", "recommending");
        assertEquals(1, outcome.exit(), outcome.output());
        assertTrue(
                outcome.output().contains("No answer from http://localhost:1")
                        && outcome.output().contains("load.cf-url")
                        && !outcome.output().contains("\tat "),
                outcome.output());
    }
}
