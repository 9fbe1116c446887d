package dev.marquee.cf.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.testing.HarshRatings;
import dev.marquee.cf.testing.TasteFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    private static final Path DATA = TasteFolder.create();
    @TempDir
    private Path out;

    @Test
    void printsATableAndWritesReports() throws IOException {
        String printed = evaluate("--protocol", "kfold", "--folds", "3", "--algorithms", "als,popular", "--seeds=1,2",
                "--k", "5,3", "--set", "als.factors=4", "--out", out.toString());
        assertTrue(printed.contains("factors=4"), printed);
        assertTrue(printed.matches("(?s).*\non CPU .*: device=cpu was asked for\n.*"), printed);
        assertTrue(printed.contains(": the algorithm has no kernels for devices\n"), printed);
        assertTrue(printed.lines().filter(line -> line.startsWith("  fold 3 ")).count() == 4, printed);
        assertTrue(printed.matches("(?s).*\n {2}rmse +0\\.\\d{4} ± 0\\.\\d{4} +-\n.*"), printed);
        assertTrue(printed.matches("(?s).*\n {2}ndcg@3 +0\\.\\d{4} ± 0\\.\\d{4} +0\\.\\d{4} ± .*"), printed);
        JsonNode als = new ObjectMapper().readTree(out.resolve("als.json").toFile());
        assertEquals("kfold", als.path("protocol").asText());
        assertEquals("full", als.path("ranking").path("candidates").asText());
        assertEquals(6, als.path("runs").size());
        assertEquals(2, als.path("metrics").path("rmse").path("values").size());
        assertEquals(4, als.path("options").path("factors").asInt());
        assertEquals("device=cpu was asked for", als.path("engine").path("reason").asText());
        assertEquals(TasteFolder.USERS, als.path("data").path("users").asInt());
        assertTrue(als.path("learningCurve").path("points").size() > 1);
        assertTrue(Files.readString(out.resolve("als.svg")).startsWith("<svg "));
        JsonNode popular = new ObjectMapper().readTree(out.resolve("popular.json").toFile());
        assertTrue(popular.path("metrics").path("rmse").isMissingNode());
        assertTrue(popular.path("metrics").path("hitRate@5").path("mean").asDouble() > 0);
    }

    @Test
    void tellsWhetherErrorsAreAsLargeAsAModelExpects() throws IOException {
        String printed = evaluate("--protocol", "newcomers", "--fraction", "0.3", "--told", "0,3", "--algorithms",
                "biases,bpmf", "--set", "bpmf.factors=3", "--set", "bpmf.sweeps=8", "--set", "bpmf.burnIn=4", "--out",
                out.toString());
        assertTrue(printed
                .matches("(?s).*\nDeviations that bpmf expects, and errors without times; 68 % should be within one,"
                        + " 95 % within two\n.*\n {2}all +\\d+ +[01]\\.\\d{4} +[01]\\.\\d{4} +\\d+\\.\\d % +\\d+\\.\\d %\n"
                        + " {2}user 0 .*\n {2}user 2-5 .*\n {2}movie .*"),
                printed);
        assertFalse(printed.contains("Deviations that biases"), printed);
        JsonNode bands = new ObjectMapper().readTree(out.resolve("bpmf.json").toFile()).path("calibration");
        assertEquals("all", bands.path(0).path("of").asText());
        assertEquals("0", bands.path(1).path("known").asText());
        assertTrue(bands.path(1).path("withinOne").asDouble() > 0.3, bands::toString);
    }

    @Test
    void newcomersAreJudgedByHowMuchTheyTell() throws IOException {
        String printed = evaluate("--protocol", "newcomers", "--fraction", "0.3", "--told", "2,0", "--algorithms",
                "popular,ials,biases", "--seeds=1,2", "--set", "ials.factors=4", "--out", out.toString());
        assertTrue(printed.lines().anyMatch(line -> line.matches("  newcomers 1 .*")), printed);
        assertTrue(printed.matches("(?s).*\n {2}rmse told 0 +- +- +[01]\\.\\d{4} ± 0\\.\\d{4}\n {2}rmse told 2 .*"),
                printed);
        assertTrue(printed.matches("(?s).*\n {2}ndcg@10 told 0 .*\n {2}ndcg@10 told 2 .*"), printed);
        assertFalse(printed.contains("precision@10"), printed);
        assertTrue(printed.contains(" lists are of users of whom nothing was known, and so of what is popular."),
                printed);
        assertTrue(
                printed.matches("(?s).*\nDifferences to popular on the same divisions: mean ± half the 95 % confidence"
                        + " interval over seeds ± over users\n +ials +biases\n.*"),
                printed);
        assertTrue(
                printed.matches(
                        "(?s).*\n {2}ndcg@10 told 0 +\\+0\\.0000 ± 0\\.0000 ± 0\\.0000 .* users, \\d+ lists\n.*"),
                printed);
        JsonNode ials = new ObjectMapper().readTree(out.resolve("ials.json").toFile());
        assertEquals("newcomers", ials.path("protocol").asText());
        assertEquals(2, ials.path("division").path("told").size());
        assertTrue(ials.path("metrics").path("recall@20 told 2").path("mean").asDouble() > 0);
        JsonNode difference = ials.path("differences").path("ndcg@10 told 2");
        assertEquals("popular", difference.path("to").asText());
        assertEquals("lists", difference.path("unit").asText());
        assertTrue(difference.path("halfWidthOverUsers").asDouble() > 0);
        assertTrue(ials.path("runs").path(0).path("unknown").asInt() > 10);
    }

    @Test
    void algorithmsAreComparedWithTheFirstOnTheSameRatings() {
        String printed = evaluate("--protocol", "random", "--algorithms", "mean,popular,biases");
        assertTrue(printed.matches("(?s).*\nDifferences to mean on the same divisions: mean ± half the 95 % confidence"
                + " interval over users\n +popular +biases\n {2}rmse +- +[-+]0\\.\\d{4} ± 0\\.\\d{4}   80 users, \\d+ ratings\n.*"),
                printed);
        assertTrue(printed.matches("(?s).*\n {2}ndcg@10 +\\+0\\.\\d{4} ± 0\\.\\d{4} .* users, \\d+ lists\n.*"),
                printed);
        assertFalse(evaluate("--protocol", "random", "--algorithms", "mean").contains("Differences"));
    }

    @Test
    void whereNobodyLikesAnythingThereAreNoFiguresOfLists() throws IOException {
        Path harsh = HarshRatings.folder(30, 20);
        String printed = evaluate("--data", harsh.toString(), "--protocol", "kfold", "--folds", "3", "--algorithms",
                "biases,popular", "--out", out.toString());
        assertTrue(printed.matches("(?s).*\n {2}rmse +[01]\\.\\d{4} ± 0\\.\\d{4} +-\n.*"), printed);
        assertTrue(printed.contains("-: there is no figure. Lists can be judged only where somebody liked"), printed);
        assertFalse(printed.contains("NaN"), printed);
        String json = Files.readString(out.resolve("popular.json"));
        assertFalse(json.contains("NaN"), json);
        assertTrue(new ObjectMapper().readTree(json).path("metrics").path("ndcg@10").path("mean").isNull(), json);
    }

    @Test
    void everyProtocolAndBothKindsOfCandidatesRun() {
        for (String protocol : List.of("kfold", "random", "leave-last", "time", "newcomers", "validation")) {
            for (String candidates : List.of("full", "sampled")) {
                String printed = evaluate("--protocol", protocol, "--candidates", candidates, "--algorithms", "biases",
                        "--threshold", "any", "--samples", "20", "--last", "2");
                assertTrue(printed.contains("protocol " + protocol + ", candidates " + candidates), printed);
                assertTrue(printed.matches("(?s).*\n {2}rmse( told 0)? +[01]\\.\\d{4}.*"), printed);
            }
        }
    }

    /** What is tested is the same with each seed, and so is a training without chance. */
    @Test
    void seedsThatChangeNothingLeaveNoDoubt() {
        String printed = evaluate("--protocol", "time", "--algorithms", "biases", "--seeds", "1,2,3");
        assertTrue(printed.matches("(?s).*\n {2}rmse +[01]\\.\\d{4} ± 0\\.0000\n.*\n {2}runs +3\n"), printed);
    }

    /** There is no option to leave lines out, so none is advised. */
    @Test
    void aBadLineIsToldWithWhatCanBeDoneHere() throws IOException {
        Path file = Files.writeString(out.resolve("ratings.csv"), "userId,movieId,rating,timestamp\n1,2,9.0,3\n");
        String message = TestTool.refused(EvaluateCommand::line, "--data", file.toString(), "--protocol", "random");
        assertTrue(message.startsWith("ratings.csv:2: "), message);
        assertTrue(message.endsWith("mend the line, or take it out of the file."), message);
        assertFalse(message.contains("onError") || message.contains("import"), message);
    }

    @Test
    void whereNoReportCanBeWrittenNothingIsTrained() throws IOException {
        Path file = Files.createFile(out.resolve("file"));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        String message = TestTool.refused(nowhere -> EvaluateCommand.line(new PrintStream(printed)), onData(
                "--protocol", "random", "--algorithms", "mean", "--out", file.resolve("reports").toString()));
        assertTrue(message.startsWith("Cannot write to " + file), message);
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatCannotBeDoneIsRefusedByName() {
        assertRefused("Unknown option --algorithm. Did you mean --algorithms? ./run evaluate --help", "--algorithm",
                "als");
        assertRefused("Unknown option sgd.", "--algorithms", "als", "sgd");
        assertRefused("--algorithms: is none of", "--algorithms", "svd");
        assertRefused("--protocol needs a value.", "--protocol");
        assertRefused("--out is given twice.", "--out", "a", "--out", "b");
        assertRefused("--protocol: is none of folds, kfold", "--protocol", "halves");
        assertRefused("u1.base", "--protocol", "folds");
        assertRefused("--candidates: is neither full nor sampled", "--candidates", "some");
        assertRefused("--seeds: must be a whole number, is 'x'", "--seeds", "1,x");
        assertRefused("names a seed twice", "--seeds", "1,1");
        assertRefused("--set als.depth: is no option", "--set", "als.depth=3", "--algorithms", "als");
        assertRefused("not asked for", "--set", "sgd.factors=3", "--algorithms", "als");
        assertRefused("twice", "--set", "als.factors=3", "--set", "als.factors=4", "--algorithms", "als");
        assertRefused("--seeds does", "--set", "als.seed=3", "--algorithms", "als");
        assertRefused("--seeds: must be a whole number, is ''", "--seeds", "1,,2");
        assertRefused("--device: must be cpu, gpu, opencl or auto", "--device", "tpu", "--algorithms", "als");
        assertRefused("--set als.device: must be cpu,", "--set", "als.device=tpu", "--algorithms", "als");
        assertRefused("--damping: must be between 0 and", "--damping", "-1");
        assertRefused("none of the algorithms has kernels", "--device", "auto", "--algorithms", "bpmf");
        assertRefused("--fraction: must be more than 0", "--fraction", "1.5");
        assertRefused("--told: must be one or more numbers between 0 and 1000", "--told", "0,-1");
        assertRefused("--told: must be a whole number, is 'x'", "--told", "x");
        assertRefused("--threshold: must be between", "--threshold", "9");
        assertRefused("--threshold: must be a number, is 'some'", "--threshold", "some");
        assertRefused("--max-users: must be between", "--max-users", "0");
        String message = TestTool.refused(EvaluateCommand::line);
        assertTrue(message.startsWith("--data: is needed"), message);
    }

    private static void assertRefused(String words, String... args) {
        String message = TestTool.refused(EvaluateCommand::line, onData(args));
        assertTrue(message.contains(words), message);
    }

    private static String evaluate(String... args) {
        return TestTool.printed(EvaluateCommand::line, onData(args));
    }

    private static String[] onData(String... args) {
        return TestTool.with(args, "--data", DATA.toString());
    }
}
