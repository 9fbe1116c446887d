package dev.marquee.cf.bench;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.Split;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * LIBMF's {@code mf-train}, run as a program of its own on the same split. Nothing of it is part of this one.
 *
 * <p>
 * The time of an iteration by itself is the difference of two quiet runs, so that reading the file does not count. With
 * validation it prints a line after each iteration; the time to a line is counted from the first one, plus one
 * iteration, so that neither reading nor the preparation of its blocks counts.
 */
final class PeerProgram implements AutoCloseable {
    private static final int FEW = 5;

    private final Path program;
    private final List<String> options;
    private final int factors;
    private final Path folder;

    PeerProgram(Path program, List<String> options, int factors, Split split) throws IOException {
        this.program = program;
        this.options = options;
        this.factors = factors;
        this.folder = Files.createTempDirectory("marquee-peer");
        try (AsciiOutput out = new AsciiOutput(folder.resolve("train"))) {
            Csr rows = split.train().byUser();
            for (int user = 0; user < rows.rows(); user++) {
                for (int position = rows.start(user); position < rows.end(user); position++) {
                    line(out, user, rows.index(position), rows.value(position));
                }
            }
        }
        try (AsciiOutput out = new AsciiOutput(folder.resolve("validation"))) {
            for (int i = 0; i < split.heldOut().size(); i++) {
                line(out, split.heldOut().user(i), split.heldOut().movie(i), split.heldOut().rating(i));
            }
        }
    }

    private static void line(AsciiOutput out, int user, int movie, float rating) {
        int halves = Math.round(2 * rating);
        out.number(user).text(" ").number(movie).text(" ").number(halves / 2).text(halves % 2 == 1 ? ".5\n" : "\n");
    }

    /** Seconds of one iteration without validation. */
    double epoch(int threads, int epochs) {
        double few = run(threads, FEW, true).seconds;
        return (run(threads, FEW + epochs, true).seconds - few) / epochs;
    }

    /**
     * A run with validation.
     *
     * @param best its lowest RMSE
     * @param epoch when, from 1
     * @param toBest seconds to it
     * @param epochSeconds of one iteration with validation
     */
    record Judged(double best, int epoch, double toBest, double epochSeconds) {}

    Judged judged(int threads, int epochs) {
        Output output = run(threads, epochs, false);
        int best = 0;
        for (int i = 0; i < output.rmse.size(); i++) {
            best = output.rmse.get(i) < output.rmse.get(best) ? i : best;
        }
        int last = output.rmse.size() - 1;
        double epoch = (output.at.get(last) - output.at.getFirst()) / 1e9 / last;
        return new Judged(output.rmse.get(best), best + 1,
                (output.at.get(best) - output.at.getFirst()) / 1e9 + epoch, epoch);
    }

    /** What a run printed, and when. */
    private record Output(double seconds, List<Long> at, List<Double> rmse) {
        Output(List<Long> at, List<Double> rmse) {
            this(Double.NaN, at, rmse);
        }

        /** {@code iteration tr_rmse va_rmse objective}. */
        void line(String line) {
            String[] fields = line.trim().split("\\s+");
            if (fields.length == 4 && Character.isDigit(fields[0].charAt(0))) {
                at.add(System.nanoTime());
                rmse.add(Double.valueOf(fields[2]));
            }
        }

        Output ended(double after) {
            return new Output(after, at, rmse);
        }
    }

    private Output run(int threads, int epochs, boolean quiet) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-k", factors + "", "-s", threads + "", "-t",
                epochs + ""));
        command.addAll(options);
        command.addAll(quiet ? List.of("--quiet") : List.of("-p", folder.resolve("validation").toString()));
        command.add(folder.resolve("train").toString());
        command.add(folder.resolve("model").toString());
        long start = System.nanoTime();
        try {
            Output output = new Output(new ArrayList<>(), new ArrayList<>());
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (BufferedReader lines = process.inputReader()) {
                lines.lines().forEach(output::line);
            }
            if (process.waitFor() != 0 || (output.rmse.isEmpty() && !quiet)) {
                throw new IllegalStateException(command + " failed");
            }
            return output.ended(BenchRun.seconds(start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        BenchRun.delete(folder);
    }
}
