package dev.marquee.launcher.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.device.DeviceChoice;
import dev.marquee.common.ingest.ImdbFiles;
import dev.marquee.common.ingest.OnError;
import dev.marquee.launcher.cli.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunOptionsTest {

    @TempDir
    Path folder;

    @Test
    void withoutOptionsTheSampleServes() {
        RunOptions options = parse();
        assertEquals(new WantedData(Optional.empty(), Optional.empty(), Optional.empty()), options.data());
        assertEquals(new Ports(8080, 8081), options.ports());
        assertEquals(Optional.empty(), options.algorithm());
        assertEquals(OnError.SKIP, options.onError());
        assertEquals(Optional.empty(), options.device());
    }

    @Test
    void allOptionsAreRead() {
        RunOptions options = parse("--data", folder.toString(), "--imdb", folder.toString(), "--fresh", "--algorithm",
                "sgd", "--device", "opencl", "--on-error", "fail", "--port", "1234", "--similarity-port", "1235");
        assertEquals(new WantedData(Optional.of(folder), Optional.of(folder), Optional.empty()), options.data());
        assertTrue(options.fresh());
        assertEquals(Optional.of("sgd"), options.algorithm());
        assertEquals(Optional.of(DeviceChoice.OPENCL), options.device());
        assertEquals(OnError.FAIL, options.onError());
        assertEquals(new Ports(1234, 1235), options.ports());
        assertEquals(Optional.of(Release.ML_25M), parse("--download", "ml-25m").data().download());
    }

    @ParameterizedTest
    @CsvSource({"--data /no/such/folder,there is no folder /no/such/folder", "--download ml-99,ml-99 is none of",
            "--port 99999,99999 is not a port number", "--port x,x is not a port number",
            "--algorithm magic,magic is none of als", "--device tpu,tpu is none of cpu", "--imdb .,--imdb needs --data",
            "--data . --download ml-25m,not both", "--port=,--port needs a value", "--data=,--data needs a value",
            "--on-error stop,stop is none of skip",
            "--install,--install stands alone", "--port 8081,must differ"})
    void whatIsWrongIsNamed(String line, String expected) {
        String said = TestCommandLine.refused(line.split(" "));
        assertTrue(said.contains(expected), said);
    }

    @Test
    void aValueMayFollowAnEqualsSign() {
        assertEquals(1234, parse("--port=1234").ports().cf());
        assertEquals(Optional.of(folder), parse("--data=" + folder).data().folder());
        assertEquals(Optional.of(DeviceChoice.GPU), parse("--device=GPU").device());
    }

    @Test
    void whatCannotBeAPathIsTold() {
        String said = TestCommandLine.refused("--data", "a\0b");
        assertTrue(said.startsWith("--data: a\0b cannot be a path"), said);
    }

    @Test
    void aFolderWithoutAReleaseIsRefusedBeforeAnythingStarts() {
        UsageError error = assertThrows(UsageError.class,
                () -> parse("--data", folder.toString()).requireUsable());
        assertTrue(error.getMessage().startsWith("--data: There is no MovieLens data set in " + folder),
                error.getMessage());
    }

    @Test
    void filesOfImdbThatCannotBeUsedAreRefusedBeforeAnythingStarts() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("movies.csv"), "");
        RunOptions options = parse("--data", data.toString(), "--imdb", folder.toString());
        UsageError none = assertThrows(UsageError.class, options::requireUsable);
        assertTrue(none.getMessage().startsWith("--imdb: The IMDb folder " + folder + " lacks title.basics.tsv"),
                none.getMessage());
        for (String name : ImdbFiles.ALL) {
            Files.writeString(folder.resolve(name), "");
        }
        UsageError links = assertThrows(UsageError.class, options::requireUsable);
        assertTrue(links.getMessage().startsWith("--imdb: IMDb's files are joined to movies through links.csv"),
                links.getMessage());
        Files.writeString(data.resolve("links.csv"), "");
        options.requireUsable();
    }

    private static RunOptions parse(String... args) {
        return TestCommandLine.options(args);
    }
}
