package dev.marquee.k8s;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code kubectl kustomize}, where there is a kubectl.
 */
final class KubectlRenderer implements Renderer {

    static boolean available() {
        try {
            return run(List.of("kubectl", "version", "--client")).code() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    @Override
    public List<ObjectNode> render(Path folder) {
        Result result = run(List.of("kubectl", "kustomize", folder.toString()));
        if (result.code() != 0) {
            throw new IllegalArgumentException(folder + ": " + result.output());
        }
        return Yaml.documents(result.output());
    }

    private record Result(int code, String output) {}

    private static Result run(List<String> command) {
        try {
            Path output = Files.createTempFile("kubectl", ".out");
            try {
                Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IOException(command + " did not end within a minute");
                }
                return new Result(process.exitValue(), Files.readString(output));
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
}
