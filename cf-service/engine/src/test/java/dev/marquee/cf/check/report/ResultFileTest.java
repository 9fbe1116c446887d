package dev.marquee.cf.check.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
    @TempDir
    Path folder;

    @Test
    void theLastWordOfAPartCounts() {
        ResultFile file = ResultFile.of(folder, "stage");
        assertEquals(List.of(), file.read());
        file.append(new Entry("stage", "one", Status.BEGUN, ""));
        file.append(new Entry("stage", "one", Status.FAILED, 1.25, "a driver's\nwords", Map.of("n", 7L, "x", 0.5)));
        file.append(new Entry("stage", "two", Status.BEGUN, ""));
        assertEquals(List.of(
                new Entry("stage", "one", Status.FAILED, 1.25, "a driver's\nwords", Map.of("n", 7L, "x", 0.5)),
                new Entry("stage", "two", Status.BEGUN, "")), file.read());
        file.clear();
        assertEquals(List.of(), file.read());
    }

    @Test
    void aLineThatWasCutOffIsNotRead() throws IOException {
        ResultFile file = ResultFile.of(folder, "stage");
        file.append(new Entry("stage", "one", Status.PASSED, "good"));
        Files.writeString(file.file(), "{\"stage\":\"stage\",\"part\":\"tw", StandardOpenOption.APPEND);
        assertEquals(List.of(new Entry("stage", "one", Status.PASSED, "good")), file.read());
    }
}
