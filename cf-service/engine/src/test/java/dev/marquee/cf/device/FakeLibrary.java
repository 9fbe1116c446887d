package dev.marquee.cf.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * A driver's library that is compiled for a test from a C file beside it.
 */
public final class FakeLibrary {

    private FakeLibrary() {}

    /**
     * Skips the test where there is no C compiler.
     *
     * @param source resource
     * @param devices what the source is told of it
     * @return path of the library
     */
    public static String compile(String source, int devices) {
        try (InputStream in = FakeLibrary.class.getResourceAsStream(source)) {
            Path folder = Files.createTempDirectory("fake-driver");
            Path library = folder.resolve("fake.so");
            Path text = Files.write(folder.resolve(source), in.readAllBytes());
            Process gcc = new ProcessBuilder("gcc", "-shared", "-fPIC", "-O1", "-DDEVICES=" + devices, "-o",
                    library.toString(), text.toString()).redirectErrorStream(true).start();
            String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, gcc.waitFor(), said);
            for (Path file : new Path[]{folder, library, text}) {
                file.toFile().deleteOnExit();
            }
            return library.toString();
        } catch (IOException e) {
            Assumptions.abort("needs a C compiler, gcc: " + e.getMessage());
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
