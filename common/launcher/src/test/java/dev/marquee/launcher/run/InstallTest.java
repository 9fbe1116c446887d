package dev.marquee.launcher.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.marquee.launcher.run.ScriptFixture.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./run --install} against a server of the test's own. */
class InstallTest {
    private static final String JDK = "/binaries/OpenJDK25U-jdk.tar.gz";
    private static final String MAVEN = "/maven-3/3.9.12/binaries/apache-maven-3.9.12-bin.tar.gz";
    private static final String NO_SUM = "0".repeat(64);

    @TempDir
    Path folder;

    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private ScriptFixture script;
    private HttpServer server;
    private int breakOffAfter = -1;

    @BeforeEach
    void serve() throws Exception {
        script = new ScriptFixture(folder, "mar quee");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String site = "http://127.0.0.1:" + server.getAddress().getPort();
        Path jdk = ScriptFixture.jdk(folder.resolve("made/jdk-25.0.3+9"), "25.0.3");
        Files.write(jdk.resolve("noise"), new java.util.Random(7).doubles(20_000).mapToObj(Double::toString).toList());
        ScriptFixture.executable(folder.resolve("made/apache-maven-3.9.12/bin/mvn"),
                "#!/bin/sh\n" + ScriptFixture.maven("3.9.12", null));
        files.put(JDK, archive("jdk-25.0.3+9"));
        files.put(MAVEN, archive("apache-maven-3.9.12"));
        files.put(MAVEN + ".sha512", text(sum("SHA-512", files.get(MAVEN))));
        describeJdk(site, sum("SHA-256", files.get(JDK)));
        script.set("MARQUEE_JDK_SITE", site);
        script.set("MARQUEE_MAVEN_SITE", site);
        script.set("MARQUEE_HOME", "state folder");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "wget"})
    void aBareMachineGetsBothAndThenBuilds(String client) throws IOException {
        assumeTrue(script.addFromHere(client), "There is no " + client + " here to download with");
        Result install = script.run("--install");
        assertEquals(0, install.code(), install.output());
        Path tools = script.checkout.resolve("state folder/tools");
        assertEquals(List.of("apache-maven-3.9.12", "jdk-25.0.3+9"), names(tools));
        assertTrue(install.output().matches("(?s).*100(\\.0)?%.*"), "no progress was shown: " + install.output());
        assertTrue(install.output().contains("the checksum is right"), install.output());
        String quoted = tools.toString().replace(" ", "\\ ");
        assertTrue(install.output().endsWith("  JAVA_HOME=" + quoted + "/jdk-25.0.3+9 " + quoted
                + "/apache-maven-3.9.12/bin/mvn verify\n"), install.output());
        assertEquals(List.of("assets of linux", JDK, MAVEN + ".sha512", MAVEN), asked);
        Result start = script.run();
        assertEquals(0, start.code(), start.output());
        assertTrue(start.output().contains("built with " + tools.resolve("jdk-25.0.3+9") + "\njava "
                + tools.resolve("jdk-25.0.3+9/bin/java")), start.output());
        assertTrue(script.run("--install").output().contains("There is a JDK already: 25.0.3 in "));
        assertEquals(4, asked.size(), "nothing is fetched twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "wget"})
    void aDownloadThatBreaksOffGoesOn(String client) throws IOException {
        assumeTrue(script.addFromHere(client), "There is no " + client + " here to download with");
        breakOffAfter = files.get(JDK).length / 2;
        Result broken = script.run("--install");
        assertEquals(1, broken.code(), broken.output());
        assertTrue(broken.output().contains("broke off. What arrived is kept; run the same command again to go on."),
                broken.output());
        breakOffAfter = -1;
        asked.clear();
        Result again = script.run("--install");
        assertEquals(0, again.code(), again.output());
        assertEquals(JDK + " bytes=" + files.get(JDK).length / 2 + "-", asked.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "wget"})
    void aFileThatTheServerRefusesIsNotCalledBrokenOff(String client) throws IOException {
        assumeTrue(script.addFromHere(client), "There is no " + client + " here to download with");
        files.remove(MAVEN);
        Result refused = script.run("--install");
        assertEquals(1, refused.code(), refused.output());
        assertTrue(refused.output()
                .contains("/apache-maven-3.9.12-bin.tar.gz; the line above says why. Try again later, or "
                        + "name a mirror by MARQUEE_MAVEN_SITE."),
                refused.output());
    }

    @Test
    void whatIsDamagedIsRefusedAndDeleted() throws IOException {
        assumeTrue(script.addFromHere("curl"), "There is no curl here to download with");
        describeJdk("http://127.0.0.1:" + server.getAddress().getPort(), NO_SUM);
        Result damaged = script.run("--install");
        assertEquals(1, damaged.code(), damaged.output());
        assertTrue(damaged.output().contains("is damaged: its SHA-256 sum is "), damaged.output());
        assertEquals(List.of(), names(script.checkout.resolve("state folder/tools")));
    }

    @Test
    void withoutANetworkOrAClientTheMessageSaysWhatToDo() throws IOException {
        Result none = script.run("--install");
        assertEquals(new Result(1, "run: --install needs curl or wget, and there is neither.\n"), none);
        assumeTrue(script.addFromHere("curl"), "There is no curl here to download with");
        server.stop(0);
        String offline = script.run("--install").output();
        assertTrue(offline.contains("Check the network, or name a mirror by MARQUEE_JDK_SITE."), offline);
    }

    @Test
    void aSystemWithoutSuchAJdkIsTold() throws IOException {
        assumeTrue(script.addFromHere("curl"), "There is no curl here to download with");
        files.put("/v3/assets/latest/25/hotspot", text("[]"));
        String output = script.run("--install").output();
        assertTrue(output.contains("names no JDK 25 for this system"), output);
    }

    @Test
    void aJdkWithTheKnownFlawIsReplaced() throws IOException {
        assumeTrue(script.addFromHere("curl"), "There is no curl here to download with");
        ScriptFixture.jdk(folder.resolve("root/usr/lib/jvm/flawed"), "25.0.1");
        assertEquals(0, script.run("--install").code());
        assertFalse(script.built().run().output().contains("warning"));
    }

    private void describeJdk(String site, String sum) {
        // As Adoptium answers: macOS has an installer, whose sum and name are not to be taken.
        files.put("/v3/assets/latest/25/hotspot", text("""
                [ { "binary": { "os": "x",
                    "installer": { "checksum": "1111", "link": "http://x/x.pkg", "name": "x.pkg" },
                    "package": { "checksum": "%s", "checksum_link": "http://x/y.txt",
                      "link": "%s", "metadata_link": "http://x/z", "name": "OpenJDK25U-jdk.tar.gz", "size": 1 },
                    "project": "jdk" }, "release_name": "jdk-25.0.3+9" } ]
                """.replaceFirst("%s", sum).replaceFirst("%s", site + JDK)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String range = exchange.getRequestHeaders().getFirst("Range");
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        asked.add(path.startsWith("/v3/assets")
                ? "assets of " + query.replaceAll(".*&os=([a-z-]+)&.*", "$1").replaceAll("mac|alpine-linux", "linux")
                : path + (range == null || range.equals("bytes=0-") ? "" : " " + range));
        byte[] whole = files.get(path);
        if (whole == null) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        if (range != null) {
            exchange.getResponseHeaders().set("Content-Range",
                    "bytes " + from + "-" + (whole.length - 1) + "/" + whole.length);
        }
        boolean breakOff = breakOffAfter >= 0 && path.equals(JDK);
        exchange.sendResponseHeaders(range == null ? 200 : 206, whole.length - from);
        exchange.getResponseBody().write(Arrays.copyOfRange(whole, from, breakOff ? breakOffAfter : whole.length));
        exchange.getResponseBody().flush();
        exchange.close(); // where it breaks off, before the announced length
    }

    private byte[] archive(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".tar.gz");
        int code = new ProcessBuilder("tar", "-czf", file.toString(), "-C", folder.resolve("made").toString(), name)
                .inheritIO().start().waitFor();
        assertEquals(0, code, "tar is needed to make an archive");
        return Files.readAllBytes(file);
    }

    private static String sum(String algorithm, byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
