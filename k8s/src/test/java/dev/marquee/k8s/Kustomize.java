package dev.marquee.k8s;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the resources that a folder with a {@code kustomization.yaml} stands for, by {@code kustomize} or by the one in
 * {@code kubectl}, whichever is there.
 */
final class Kustomize {
    static final String MISSING = "The manifests are not checked: there is no kustomize 5 here, and no kubectl 1.27"
            + " or newer, which has one in it";

    private static final int OLDEST = 5;
    private static final Pattern VERSION = Pattern.compile("^(?:Kustomize Version: )?v(\\d+)\\.", Pattern.MULTILINE);
    private static final Optional<List<String>> COMMAND = find();

    private Kustomize() {}

    static boolean available() {
        return COMMAND.isPresent();
    }

    /**
     * @throws IllegalArgumentException saying what is wrong with the folder
     */
    static List<ObjectNode> render(Path folder) {
        Result result = run(with(COMMAND.orElseThrow(() -> new IllegalStateException(MISSING)), folder.toString()));
        if (result.code() != 0) {
            throw new IllegalArgumentException(folder + ": " + result.output());
        }
        return Yaml.documents(result.output());
    }

    private static Optional<List<String>> find() {
        if (isRecent(run(List.of("kustomize", "version")))) {
            return Optional.of(List.of("kustomize", "build"));
        }
        if (isRecent(run(List.of("kubectl", "version", "--client")))) {
            return Optional.of(List.of("kubectl", "kustomize"));
        }
        System.err.println(MISSING);
        return Optional.empty();
    }

    /** Old ones print their version in other ways, or that of kubectl only. */
    static boolean isRecent(Result result) {
        Matcher version = VERSION.matcher(result.output());
        return result.code() == 0 && version.find() && Integer.parseInt(version.group(1)) >= OLDEST;
    }

    record Result(int code, String output) {}

    private static Result run(List<String> command) {
        try {
            Path output = Files.createTempFile("kustomize", ".out");
            try {
                return run(command, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Result run(List<String> command, Path output) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        } catch (IOException e) {
            return new Result(127, "There is no " + command.getFirst());
        }
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command + " did not end within a minute");
        }
        return new Result(process.exitValue(), Files.readString(output));
    }

    private static List<String> with(List<String> command, String argument) {
        return Stream.concat(command.stream(), Stream.of(argument)).toList();
    }
}
