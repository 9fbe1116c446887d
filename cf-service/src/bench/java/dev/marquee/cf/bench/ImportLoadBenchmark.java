package dev.marquee.cf.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marquee.cf.check.data.DataShape;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What lists and feedback notice of an import: the packaged service has as many ratings as MovieLens 25M, and as many
 * others are imported, half of them of users and movies that have a rating already; meanwhile 50 lists and 20 ratings a
 * second are asked for, whether the ones before are answered or not.
 *
 * <p>
 * Arguments: a folder for the generated files, which are kept and used again; the number of ratings, by default those
 * of MovieLens 25M; {@code train}, if a training is to read all ratings meanwhile.
 */
public final class ImportLoadBenchmark {
    private static final int QUIET_SECONDS = 20;
    private static final int SMALL_IMPORTS = 10;
    /** As many as are put among the others at once. */
    private static final int FEW = 5_000;

    private ImportLoadBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        DataShape shape = args.length < 2 ? DataShape.ML_25M : DataShape.ofRatings(Integer.parseInt(args[1]));
        Path data = BenchRun.generated(Path.of(args.length < 1 ? "target/bench-data" : args[0]), shape);
        Path others = others(data, shape);
        Path home = Files.createTempDirectory("marquee-bench");
        try (ServiceUnderLoad service = ServiceUnderLoad.start(home)) {
            report("first import", service.job("imports", "{\"path\": \"" + data + "\"}"));
            service.job("trainings", """
                    {"algorithm": "als", "options": {"factors": 16, "iterations": 1}, "refit": false}""");
            try (Load load = new Load(service, shape, movies(data))) {
                TimeUnit.SECONDS.sleep(QUIET_SECONDS);
                load.report("warming up");
                TimeUnit.SECONDS.sleep(QUIET_SECONDS);
                load.report("without an import");
                if (args.length > 2 && args[2].equals("train")) {
                    service.post("trainings", """
                            {"algorithm": "als", "options": {"factors": 16, "iterations": 3}, "refit": false}""");
                }
                report("second import", service.job("imports", "{\"path\": \"" + others + "\"}"));
                load.report("during the import");
                for (int i = 0; i < SMALL_IMPORTS; i++) {
                    service.job("imports", "{\"path\": \"" + few(data, i) + "\"}");
                }
                load.report("during " + SMALL_IMPORTS + " imports of " + FEW + " ratings");
            }
        } finally {
            BenchRun.delete(home);
        }
    }

    /** Ratings of as many users, newer than all others. */
    private static Path few(Path data, int number) throws IOException {
        Path folder = data.resolveSibling(data.getFileName() + "-few");
        Files.createDirectories(folder);
        try (BufferedReader lines = Files.newBufferedReader(data.resolve("ratings.csv"));
                BufferedWriter out = Files.newBufferedWriter(folder.resolve("ratings.csv"))) {
            out.write(lines.readLine() + "\n");
            String user = "";
            for (int written = 0; written < FEW;) {
                String[] fields = lines.readLine().split(",");
                if (!fields[0].equals(user)) {
                    user = fields[0];
                    out.write(user + "," + fields[1] + ",4.0," + (4_000_000_000L + number) + "\n");
                    written++;
                }
            }
        }
        return folder;
    }

    private static List<Long> movies(Path data) throws IOException {
        try (Stream<String> lines = Files.lines(data.resolve("movies.csv"))) {
            return lines.skip(1).map(line -> Long.valueOf(line.substring(0, line.indexOf(',')))).toList();
        }
    }

    private static void report(String what, JsonNode job) {
        BenchRun.print("%s: %s %s from %s to %s", what, job.path("state").asText(), job.path("counts"),
                job.path("startedAt").asText(), job.path("finishedAt").asText());
    }

    /**
     * As many ratings, half of them of the same users and movies with other stars, earlier and later; the rest of new
     * users.
     */
    private static Path others(Path data, DataShape shape) throws IOException {
        Path folder = data.resolveSibling(data.getFileName() + "-others");
        if (Files.exists(folder.resolve("movies.csv"))) {
            return folder;
        }
        Files.createDirectories(folder);
        SplittableRandom random = new SplittableRandom(7);
        try (BufferedReader lines = Files.newBufferedReader(data.resolve("ratings.csv"));
                BufferedWriter out = Files.newBufferedWriter(folder.resolve("ratings.csv"))) {
            out.write(lines.readLine() + "\n");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",");
                long time = Long.parseLong(fields[3]) + random.nextInt(-1000, 1001);
                long user = Long.parseLong(fields[0]) + (random.nextBoolean() ? shape.users() : 0);
                out.write(user + "," + fields[1] + "," + (random.nextInt(1, 11) / 2.0) + "," + time + "\n");
            }
        }
        Files.copy(data.resolve("movies.csv"), folder.resolve("movies.csv"));
        return folder;
    }
}
