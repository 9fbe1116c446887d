package dev.marquee.cf.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.marquee.cf.eval.Summary;
import dev.marquee.cf.eval.Trial;
import dev.marquee.cf.train.TrainOptions;
import dev.marquee.common.error.DataRejected;
import dev.marquee.common.io.IoReason;
import dev.marquee.common.rest.FiniteNumbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Trials in a file, one JSON object in each line, written as soon as a trial is over: a search that was interrupted
 * goes on where it was, and a wider one does not repeat what was tried. Not thread-safe.
 */
final class TrialLog {
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new FiniteNumbers()).build();

    private final Path file;
    private final String setup;
    private final Map<String, Line> known = new HashMap<>();

    /**
     * A line of the file.
     *
     * @param setup what a result depends on besides the options
     * @param options all of them, as text
     */
    private record Line(String setup, String options, Map<String, String> settings, String metric,
            List<@Nullable Double> values, @Nullable String failure, double seconds) {

        Line {
            Objects.requireNonNull(setup, "setup is missing");
            Objects.requireNonNull(options, "options is missing");
            Objects.requireNonNull(values, "values is missing");
        }

        /** JSON has null where there is no figure. */
        List<Double> figures() {
            return values.stream().map(value -> value == null ? (Double) Double.NaN : value).toList();
        }
    }

    /** @param setup only trials with the same one are taken from the file */
    TrialLog(Path folder, String algorithm, String setup) {
        this.file = folder.resolve(algorithm + ".trials.jsonl");
        this.setup = setup;
        try {
            Files.createDirectories(folder);
            // Whether it can be written to is to be known before the first trial, which may take long.
            Files.write(file, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            read(Files.readAllLines(file));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private void read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            try {
                Line line = JSON.readValue(lines.get(i), Line.class);
                if (line.setup().equals(setup)) {
                    known.put(line.options(), line);
                }
            } catch (JsonProcessingException e) {
                // A process that was killed while it wrote leaves half a line, and nothing after it.
                if (i < lines.size() - 1) {
                    throw new DataRejected(file + ":" + (i + 1) + ": is no trial (" + e.getOriginalMessage()
                            + "). Remove the line or name another folder by --out.");
                }
                dropLast(lines);
            }
        }
    }

    private void dropLast(List<String> lines) {
        try {
            Files.write(file, lines.subList(0, lines.size() - 1));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    Path file() {
        return file;
    }

    /** A trial of the same options from before. */
    Optional<Trial> find(Map<String, String> settings, TrainOptions options) {
        return Optional.ofNullable(known.get(options.toString())).map(line -> new Trial(settings, options,
                line.values().isEmpty() ? null : Summary.of(line.figures()), line.failure(), line.seconds()));
    }

    void add(Trial trial, String metric) {
        Line line = new Line(setup, trial.options().toString(), trial.settings(), metric,
                trial.value() == null ? List.of() : trial.value().values(), trial.failure(), trial.seconds());
        try {
            Files.writeString(file, JSON.writeValueAsString(line) + "\n", StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private DataRejected unusable(IOException e) {
        return new DataRejected("Cannot use " + file + " (" + IoReason.of(e) + "). Name another folder by --out.", e);
    }
}
