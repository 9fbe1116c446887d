package dev.marquee.common.harness;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * What {@code mvn package} made last of the module whose tests run.
 *
 * @param path the executable, or the jar to start
 * @param nativeExecutable whether it is a native executable
 */
public record PackagedArtifact(Path path, boolean nativeExecutable) {
    private static final Path TARGET = Path.of("target");

    /**
     * @throws IllegalStateException where nothing was packaged
     */
    public static PackagedArtifact find() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(TARGET.resolve("quarkus-artifact.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException("Nothing is packaged in " + TARGET.toAbsolutePath()
                    + ": run mvn package first", new UncheckedIOException(e));
        }
        return new PackagedArtifact(TARGET.resolve(properties.getProperty("path")),
                properties.getProperty("type").equals("native"));
    }

    /** What starts it. */
    List<String> command() {
        return nativeExecutable
                ? List.of(path.toString())
                : List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector", "-Xmx512m", "-jar", path.toString());
    }
}
