package dev.marquee.cf.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.testing.HarshRatings;
import dev.marquee.cf.testing.TasteFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TuneCommandTest {
    private static final Path DATA = TasteFolder.create();
    @TempDir
    private Path out;

    @Test
    void theTableIsSortedAndEndsWithHowToUseTheBest() {
        String printed = tune("biases", "--grid", "regularization=0.01,4,1000", "--grid", "epochs=5");
        List<String> places = printed.lines().dropWhile(line -> !line.startsWith("By rmse")).skip(1).limit(3).toList();
        List<String> sorted = new ArrayList<>(places);
        sorted.sort((a, b) -> Double.compare(value(a), value(b)));
        assertEquals(sorted, places, printed);
        String best = places.getFirst().replaceAll(".*(regularization=\\S+) epochs=5.*", "$1");
        assertTrue(printed.contains("  --set biases." + best + " --set biases.epochs=5\n"), printed);
        assertTrue(printed.contains("  marquee.training.options.biases." + best + "\n"), printed);
    }

    @Test
    void moreIsBetterForListsAndEachProtocolHasAValidationPart() {
        for (String protocol : List.of("validation", "random", "kfold", "leave-last", "time")) {
            String printed = tune("popular", "--random", "3", "--range", "damping=0.1..1000:log", "--metric",
                    "hitRate@7", "--threshold", "any", "--protocol", protocol, "--seeds", "1,2");
            List<String> places = printed.lines().dropWhile(line -> !line.startsWith("By hitRate@7")).skip(1).limit(3)
                    .toList();
            assertTrue(value(places.get(0)) >= value(places.get(1)) && value(places.get(1)) >= value(places.get(2)),
                    printed);
        }
    }

    /** Even root, whom no permission stops, cannot write there. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whereNoTrialCanBeKeptNoneIsMade() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        String message = TestTool.refused(nowhere -> TuneCommand.line(new PrintStream(printed)), "--data",
                DATA.toString(), "--algorithm", "biases", "--grid", "epochs=5", "--out", "/proc");
        assertTrue(message.startsWith("Cannot use /proc/biases.trials.jsonl"), message);
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whereThereIsNoFigureNoneIsBestAndNoneIsTriedAgain() {
        Path harsh = HarshRatings.folder(30, 20);
        String[] search = {"--data", harsh.toString(), "--grid", "damping=1,2", "--out", out.toString()};
        for (String printed : List.of(tune("popular", search), tune("popular", search))) {
            assertEquals(4, printed.lines().filter(line -> line.contains("no figure ")).count(), printed);
            assertFalse(printed.contains("best so far") || printed.contains("NaN"), printed);
            assertTrue(printed.contains("No trial came to an end with a figure. Lists can be judged only"), printed);
        }
        assertEquals(3, tune("popular", search).split("from the log", -1).length);
    }

    @Test
    void whatWasTriedIsNotTriedAgain() throws IOException {
        String[] narrow = {"--grid", "factors=2,3", "--set", "als.iterations=2", "--out", out.toString()};
        String[] wide = {"--grid", "factors=2,3,4", "--set", "als.iterations=2", "--out", out.toString()};
        String first = tune("als", narrow);
        Path file = out.resolve("als.trials.jsonl");
        assertEquals(2, Files.readAllLines(file).size());
        // As a process leaves it that is killed in the middle of a line.
        Files.writeString(file, Files.readString(file) + "{\"setup\":\"/da");
        String second = tune("als", wide);
        assertEquals(2, second.split("from the log", -1).length - 1, second);
        assertEquals(3, Files.readAllLines(file).size());
        assertEquals(values(first, "2"), values(second, "2"));
        assertEquals(values(first, "3"), values(second, "3"));
        String other = tune("als", "--grid", "factors=2", "--set", "als.iterations=2", "--seeds", "5", "--out",
                out.toString());
        assertTrue(!other.contains("from the log"), other);
        String kept = Files.readString(file);
        for (String none : List.of("nonsense", "{}", "{\"setup\": \"x\", \"options\": \"y\", \"values\": null}")) {
            Files.writeString(file, none + "\n" + kept);
            String refused = TestTool.refused(TuneCommand::line, onData("als", wide));
            assertTrue(refused.contains(file + ":1"), refused);
        }
    }

    @Test
    void aTrialThatDivergesIsToldAndTheSearchGoesOn() {
        String printed = tune("sgd", "--grid", "learningRate=1,0.02", "--grid", "biasRegularization=1000,4", "--set",
                "sgd.epochs=5");
        assertTrue(printed.matches("(?s).* 1/4 +failed .*The training diverged in epoch 1: .*"), printed);
        assertTrue(printed.contains("--set sgd.learningRate=0.02 --set sgd.biasRegularization="), printed);
    }

    @Test
    void whatCannotBeDoneIsRefusedByName() {
        assertRefused("depth: is no option", "als", "--grid", "depth=1,2");
        assertRefused("must be a whole number", "als", "--grid", "factors=1.5");
        assertRefused("between 1 and 512", "als", "--grid", "factors=8,1000");
        assertRefused("nothing to search", "als");
        assertRefused("--random", "als", "--range", "factors=1..5");
        assertRefused("--random: must be a whole number, is '1.5'", "als", "--random", "1.5");
        assertRefused("1 or more", "als", "--random", "0", "--range", "factors=1..5");
        assertRefused("is searched", "als", "--grid", "factors=1", "--set", "als.factors=4");
        assertRefused("--algorithm: is none of", "svd", "--grid", "factors=1");
        assertRefused("predicts no stars", "popular", "--grid", "damping=1", "--metric", "rmse");
        assertRefused("--metric: is none of rmse, mae, precision@10", "als", "--grid", "factors=1", "--metric", "auc");
        assertRefused("none of", "als", "--grid", "factors=1", "--metric", "ndcg@7", "--k", "5");
    }

    private static void assertRefused(String words, String algorithm, String... args) {
        String message = TestTool.refused(TuneCommand::line, onData(algorithm, args));
        assertTrue(message.contains(words), message);
    }

    /** The figure in a line that starts with a place. */
    private static double value(String line) {
        return Double.parseDouble(line.trim().split("\\s+")[1]);
    }

    private static String values(String printed, String factors) {
        return printed.lines().filter(line -> line.contains("factors=" + factors))
                .map(line -> line.trim().split("\\s+")[1])
                .findFirst().orElseThrow();
    }

    private static String tune(String algorithm, String... args) {
        return TestTool.printed(TuneCommand::line, onData(algorithm, args));
    }

    private static String[] onData(String algorithm, String... args) {
        return TestTool.with(TestTool.with(args, "--data", DATA.toString()), "--algorithm", algorithm);
    }
}
