package dev.marquee.common.harness;

import dev.marquee.common.postgres.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaged service of the module whose tests run, as a process of its own with an embedded database in a folder. A
 * native executable has none: the test's own process starts it on the same folder.
 */
public final class PackagedService implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    private static final long START_SECONDS = 120;
    private static final long STOP_SECONDS = 60;

    private final Process process;
    private final EmbeddedPostgres database;
    private final List<String> said;
    private final String url;

    private PackagedService(Process process, EmbeddedPostgres database, List<String> said, int port) {
        this.process = process;
        this.database = database;
        this.said = said;
        this.url = "http://localhost:" + port;
    }

    /**
     * Starts it on a free port and waits until it takes requests.
     *
     * @param environment settings beyond the data folder and the port
     */
    public static PackagedService start(Path dataFolder, Map<String, String> environment) {
        EmbeddedPostgres database = databaseIn(dataFolder);
        CompletableFuture<Integer> port = new CompletableFuture<>();
        List<String> said = new CopyOnWriteArrayList<>();
        try {
            Process process = begin(dataFolder, database, environment);
            Thread.ofPlatform().daemon(true).start(() -> follow(process, said, port));
            return new PackagedService(process, database, said, port.get(START_SECONDS, TimeUnit.SECONDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("The service did not start", e);
        }
    }

    /**
     * Starts it where something keeps it from starting, and waits until it has ended.
     *
     * @return the lines that it said
     * @throws IllegalStateException where it starts nevertheless, or calls that an end without a fault
     */
    public static List<String> startInVain(Path dataFolder, Map<String, String> environment) {
        CompletableFuture<Integer> port = new CompletableFuture<>();
        List<String> said = new CopyOnWriteArrayList<>();
        try (EmbeddedPostgres database = databaseIn(dataFolder)) {
            Process process = begin(dataFolder, database, environment);
            Thread reader = Thread.ofPlatform().daemon(true).start(() -> follow(process, said, port));
            boolean ended = process.waitFor(START_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            reader.join();
            if (!ended || port.handle((number, none) -> number).join() != null || process.exitValue() == 0) {
                throw new IllegalStateException("It should have ended with a fault: " + said);
            }
            return List.copyOf(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres databaseIn(Path dataFolder) {
        return PackagedArtifact.find().nativeExecutable() ? EmbeddedPostgres.in(dataFolder.resolve("database")) : null;
    }

    private static Process begin(Path dataFolder, EmbeddedPostgres database, Map<String, String> environment)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(PackagedArtifact.find().command()).redirectErrorStream(true);
        builder.environment().put("MARQUEE_DATA_DIR", dataFolder.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        if (database != null) {
            database.quarkusConfig().forEach((property, value) -> builder.environment().put(variable(property), value));
        }
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static void follow(Process process, List<String> said, CompletableFuture<Integer> port) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println("  | " + line);
                said.add(line);
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    port.complete(Integer.valueOf(listening.group(1)));
                }
            }
        } catch (IOException e) {
            port.completeExceptionally(e);
        }
        port.completeExceptionally(new IllegalStateException("It ended before it listened"));
    }

    /** Where it answers, without a slash at the end. */
    public String url() {
        return url;
    }

    /** The lines of its log so far. */
    public List<String> said() {
        return List.copyOf(said);
    }

    /** As kill -9 does: nothing of the process gets to know. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** As Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The service did not stop within " + STOP_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            if (database != null) {
                database.close();
            }
        }
    }
}
