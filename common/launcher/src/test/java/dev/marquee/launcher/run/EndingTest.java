package dev.marquee.launcher.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.launcher.cli.UsageError;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails because the services are being stopped has not failed. */
class EndingTest {
    @TempDir
    private Path logs;
    private Process process;
    private Ending ending;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
        ServiceProcess service = new ServiceProcess("a-service", process, new ServiceLog(logs, "a-service"));
        ending = new Ending(new Services(service, service, null, null));
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void whoeverTalksToAServiceThatIsBeingStoppedSaysNothing() throws Exception {
        List<String> done = new ArrayList<>();
        ending.orEndOf(() -> {
            ending.begin();
            done.add("asked");
            throw new ConnectException();
        });
        ending.orEndOf(() -> {
            done.add("looked");
            throw new UsageError("a-service ended by itself");
        });
        assertEquals(List.of("asked", "looked"), done);
    }

    @Test
    void otherwiseAFailureIsOne() {
        assertThrows(ConnectException.class, () -> ending.orEndOf(() -> {
            throw new ConnectException();
        }));
        assertEquals("x", assertThrows(UsageError.class, () -> ending.orEndOf(() -> {
            throw new UsageError("x");
        })).getMessage());
    }

    @Test
    void aServiceThatIsGoneIsNamedRatherThanItsConnection() throws Exception {
        process.destroyForcibly().waitFor();
        String said = assertThrows(UsageError.class, () -> ending.orEndOf(() -> {
            throw new ConnectException();
        })).getMessage();
        assertTrue(said.startsWith("a-service ended by itself"), said);
    }
}
