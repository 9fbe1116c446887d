package dev.marquee.similarity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.harness.NeedsNativeExecutable;
import dev.marquee.common.harness.PackagedArtifact;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The native executable where nothing is configured. */
@NeedsNativeExecutable
class NativeStartIT {

    @Test
    void withoutADatabaseItSaysSoInOneLineAndEnds() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(PackagedArtifact.find().path().toString()).redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(1, process.waitFor(), output);
        assertEquals(1, output.lines().count(), output);
        assertTrue(output.contains("QUARKUS_DATASOURCE_REACTIVE_URL"), output);
    }
}
