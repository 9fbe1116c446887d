package dev.marquee.launcher.run;

import dev.marquee.launcher.cli.UsageError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Downloads a release's archive: goes on where an earlier try stopped, checks the MD5 sum that GroupLens publishes
 * beside the archive, and only then gives the file its name.
 */
final class Download {
    private static final Pattern MD5 = Pattern.compile("\\b[0-9a-fA-F]{32}\\b");
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final int BUFFER = 1 << 16;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final String base;
    private final Console console;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL).build();

    /**
     * @param base the address under which {@code NAME.zip} and {@code NAME.zip.md5} lie
     */
    Download(String base, Console console) {
        this.base = base.endsWith("/") ? base : base + "/";
        this.console = console;
    }

    /**
     * @param folder where the archive is kept
     * @return the whole, checked archive
     * @throws UsageError if it cannot be had; what has arrived is kept for the next try
     */
    Path fetch(Release release, Path folder) throws IOException, InterruptedException {
        Path whole = folder.resolve(release.id() + ".zip");
        if (Files.exists(whole)) {
            return whole;
        }
        Files.createDirectories(folder);
        Path part = folder.resolve(release.id() + ".zip.part");
        URI address = URI.create(base + whole.getFileName());
        console.say("Downloading %s", address);
        String expected = publishedSum(address);
        try {
            receive(address, part);
        } catch (IOException e) {
            throw new UsageError("The download of " + address + " broke off (" + reason(e) + "). What arrived is kept;"
                    + " run the same command again to go on.");
        }
        check(part, expected, address);
        console.say("  %,d bytes, the checksum is right", Files.size(part));
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        return whole;
    }

    private String publishedSum(URI archive) throws InterruptedException {
        URI address = URI.create(archive + ".md5");
        try {
            HttpResponse<String> response = http.send(HttpRequest.newBuilder(address).timeout(CONNECT).build(),
                    HttpResponse.BodyHandlers.ofString());
            Matcher sum = MD5.matcher(response.body());
            if (response.statusCode() == 200 && sum.find()) {
                return sum.group().toLowerCase(Locale.ROOT);
            }
            throw new UsageError("There is no checksum at " + address + " (status " + response.statusCode()
                    + "); without it the download cannot be trusted.");
        } catch (IOException e) {
            throw new UsageError("Cannot reach " + address + " (" + reason(e)
                    + "). Check the network, or give a folder with --data.");
        }
    }

    private void receive(URI address, Path part) throws IOException, InterruptedException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
            console.say("  going on after the first %,d bytes", have);
        }
        HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() == RANGE_NOT_SATISFIABLE) {
                return; // all of it is here already
            }
            boolean resumed = response.statusCode() == PARTIAL_CONTENT;
            if (!resumed && response.statusCode() != 200) {
                throw new UsageError("The server answered " + response.statusCode() + " for " + address + ".");
            }
            copy(body, part, resumed ? have : 0, response.headers().firstValueAsLong("Content-Length"));
        }
    }

    private void copy(InputStream body, Path part, long from, OptionalLong length) throws IOException {
        StandardOpenOption mode = from > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (OutputStream file = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                mode)) {
            byte[] buffer = new byte[BUFFER];
            long done = from;
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                file.write(buffer, 0, n);
                done += n;
                if (length.isEmpty()) {
                    console.progress(String.format(Locale.ROOT, "%,d bytes", done));
                } else {
                    long all = from + length.getAsLong();
                    console.progress((double) done / all, String.format(Locale.ROOT, " of %,d bytes", all));
                }
            }
        }
    }

    private static void check(Path part, String expected, URI address) throws IOException {
        String actual = md5(part);
        if (!actual.equals(expected)) {
            Files.delete(part);
            throw new UsageError(
                    "The download of " + address + " is damaged: its MD5 sum is " + actual + ", published is "
                            + expected + ". It was deleted; run the same command again.");
        }
    }

    static String md5(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
