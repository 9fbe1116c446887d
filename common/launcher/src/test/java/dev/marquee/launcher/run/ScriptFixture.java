package dev.marquee.launcher.run;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The script {@code run} in a checkout that holds little more, on a machine that has only the programs which every
 * system has: no Java, no Maven, no package manager, until a test adds one.
 */
final class ScriptFixture {
    private static final List<String> PROGRAMS = List.of("bash", "cat", "chmod", "dirname", "env", "find", "grep",
            "gzip", "head", "id",
            "ln", "locale", "mkdir", "mktemp", "mv", "readlink", "rm", "sed", "sh", "sha256sum", "sha512sum", "sleep",
            "tar", "tee",
            "touch", "tr", "uname", "wc");
    private static final String ECHO = """
            #!/bin/sh
            echo "java $0"
            echo "locale $LC_ALL"
            for word; do echo "<$word>"; done
            """;

    final Path checkout;
    final Path home;
    private final Path bin;
    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();

    /** What the script printed, to both of its streams, and its exit code. */
    record Result(int code, String output) {}

    /** @param name of the checkout's folder */
    ScriptFixture(Path folder, String name) throws IOException {
        assumeTrue(program("bash") != null, "There is no bash here: the script cannot be tried");
        this.folder = folder;
        checkout = Files.createDirectories(folder.resolve(name));
        home = Files.createDirectories(folder.resolve("home"));
        bin = Files.createDirectories(folder.resolve("bin"));
        Path real = Path.of("").toAbsolutePath().getParent().getParent();
        for (String part : List.of("run", "common/launcher/src/main/sh")) {
            copy(real.resolve(part), checkout.resolve(part));
        }
        for (String module : List.of("common", "common/service", "common/launcher", "similarity-service",
                "cf-service/engine",
                "cf-service")) {
            Files.createDirectories(checkout.resolve(module).resolve("src/main/java"));
            Files.createDirectories(checkout.resolve(module).resolve("src/main/resources"));
            Files.writeString(checkout.resolve(module).resolve("pom.xml"), "");
        }
        Files.writeString(checkout.resolve("pom.xml"), "");
        for (String program : PROGRAMS) {
            addFromHere(program);
        }
        set("HOME", home.toString());
        set("TMPDIR", folder.toString());
        set("MARQUEE_ROOT", folder.resolve("root").toString());
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** Puts a program of this machine on the path, where there is one. */
    boolean addFromHere(String program) throws IOException {
        Path here = program(program);
        if (here == null) {
            return false;
        }
        Files.createSymbolicLink(bin.resolve(program), here);
        return true;
    }

    /** Puts a script on the path. */
    void add(String program, String text) throws IOException {
        executable(bin.resolve(program), "#!/bin/sh\n" + text + "\n");
    }

    /** A folder that looks like a JDK; its java prints its own path, the locale, and each of its words in angles. */
    static Path jdk(Path folder, String version) throws IOException {
        executable(folder.resolve("bin/java"), ECHO);
        executable(folder.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return folder;
    }

    /** The text of a Maven that makes what a build makes, or, with a failure, prints that. */
    static String maven(String version, String failure) {
        String build = "mkdir -p similarity-service/target/quarkus-app cf-service/target/quarkus-app"
                + " common/launcher/target/lib; touch "
                + "similarity-service/target/quarkus-app/quarkus-run.jar cf-service/target/quarkus-app/quarkus-run.jar";
        return "[ \"$1\" = -v ] && echo 'Apache Maven " + version + " (abc)' && exit\necho \"built with $JAVA_HOME\"\n"
                + (failure == null ? build : "echo '" + failure + "'; exit 1");
    }

    /** As if a build had been. */
    ScriptFixture built() throws IOException {
        Files.createDirectories(checkout.resolve("common/launcher/target/lib"));
        for (String module : List.of("similarity-service", "cf-service")) {
            Path app = Files.createDirectories(checkout.resolve(module).resolve("target/quarkus-app"));
            Files.writeString(app.resolve("quarkus-run.jar"), "");
        }
        return this;
    }

    Result run(String... arguments) {
        return start(checkout.resolve("run"), checkout, arguments);
    }

    Result start(Path script, Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of(bin.resolve("bash").toString(), script.toString()));
        command.addAll(Arrays.asList(arguments));
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the script does not end");
            return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertTrue(file.toFile().setExecutable(true));
    }

    /** Copies a file, or a folder with all that is in it. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.createDirectories(copy.getParent());
                    Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static Path program(String name) {
        return Stream.of(System.getenv("PATH").split(":")).map(path -> Path.of(path, name)).filter(Files::isExecutable)
                .findFirst().orElse(null);
    }
}
