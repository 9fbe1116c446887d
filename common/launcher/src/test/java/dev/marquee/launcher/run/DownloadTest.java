package dev.marquee.launcher.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.marquee.launcher.cli.UsageError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
    private static final String NAME = "ml-latest-small";

    @TempDir
    Path folder;

    private final List<String> ranges = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(printed, true), false);
    private HttpServer server;
    private byte[] archive;
    private String sum;
    private int breakOffAfter = -1;

    @BeforeEach
    void serve() throws IOException {
        archive = zip();
        Path file = Files.write(folder.resolve("reference.zip"), archive);
        sum = Download.md5(file) + "  " + NAME + ".zip\n";
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/" + NAME + ".zip.md5",
                exchange -> answer(exchange, 200, sum.getBytes(StandardCharsets.UTF_8)));
        server.createContext("/" + NAME + ".zip", this::sendArchive);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aWholeArchiveIsCheckedAndUnpacked() throws Exception {
        Path got = download().fetch(Release.ML_LATEST_SMALL, folder.resolve("downloads"));
        assertArrayEquals(archive, Files.readAllBytes(got));
        Path unpacked = Archive.unpack(got, NAME, folder.resolve("downloads").resolve(NAME), console);
        assertEquals("userId,movieId,rating,timestamp\n", Files.readString(unpacked.resolve("ratings.csv")));
        assertTrue(printed.toString(UTF_8).contains("#"), "no progress bar was shown: " + printed);
        assertTrue(printed.toString(UTF_8).contains("the checksum is right"), printed.toString(UTF_8));
    }

    @Test
    void aBrokenDownloadGoesOnWhereItStopped() throws Exception {
        breakOffAfter = archive.length / 2;
        UsageError broken = assertThrows(UsageError.class,
                () -> download().fetch(Release.ML_LATEST_SMALL, folder.resolve("downloads")));
        assertTrue(broken.getMessage().contains("to go on"), broken.getMessage());
        breakOffAfter = -1;
        Path got = download().fetch(Release.ML_LATEST_SMALL, folder.resolve("downloads"));
        assertArrayEquals(archive, Files.readAllBytes(got));
        assertEquals(List.of("bytes=" + archive.length / 2 + "-"), ranges);
    }

    @Test
    void aDamagedArchiveIsRefusedAndDeleted() {
        sum = "0".repeat(32);
        UsageError damaged = assertThrows(UsageError.class,
                () -> download().fetch(Release.ML_LATEST_SMALL, folder.resolve("downloads")));
        assertTrue(damaged.getMessage().contains("damaged"), damaged.getMessage());
        assertFalse(Files.exists(folder.resolve("downloads").resolve(NAME + ".zip.part")));
        assertFalse(Files.exists(folder.resolve("downloads").resolve(NAME + ".zip")));
    }

    @Test
    void withoutANetworkTheMessageSaysWhatToDo() {
        server.stop(0);
        UsageError offline = assertThrows(UsageError.class,
                () -> download().fetch(Release.ML_LATEST_SMALL, folder.resolve("downloads")));
        assertTrue(offline.getMessage().contains("--data"), offline.getMessage());
    }

    private Download download() {
        return new Download("http://127.0.0.1:" + server.getAddress().getPort() + "/", console);
    }

    private void sendArchive(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = 0;
        if (range != null) {
            ranges.add(range);
            from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        }
        if (breakOffAfter < 0) {
            answer(exchange, range == null ? 200 : 206, Arrays.copyOfRange(archive, from, archive.length));
            return;
        }
        exchange.sendResponseHeaders(200, archive.length);
        exchange.getResponseBody().write(archive, 0, breakOffAfter);
        exchange.getResponseBody().flush();
        exchange.close(); // before the announced length: the connection breaks
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(NAME + "/"));
            zip.putNextEntry(new ZipEntry(NAME + "/ratings.csv"));
            zip.write("userId,movieId,rating,timestamp\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(NAME + "/noise.bin"));
            byte[] noise = new byte[200_000];
            new Random(7).nextBytes(noise);
            zip.write(noise);
        }
        return bytes.toByteArray();
    }
}
