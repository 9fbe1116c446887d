package dev.marquee.common.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A service that ./run started ends with it, even when ./run is killed: then the pipe between the two is closed. */
class StarterWatchTest {
    private static final int SECONDS = 60;
    private static final int OTHERWISE = 7;

    @Test
    void theProcessEndsWithThePipeFromItsStarter() throws Exception {
        Process process = start(true);
        assertEquals('r', process.getInputStream().read());
        assertTrue(process.isAlive());
        process.getOutputStream().close();
        assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
    }

    @Test
    void withoutTheSwitchStandardInputMeansNothing() throws Exception {
        Process process = start(false);
        process.getOutputStream().close();
        assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS));
        assertEquals(OTHERWISE, process.exitValue());
    }

    private static Process start(boolean watch) throws Exception {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dmarquee.end-with-starter=" + watch, "-cp", System.getProperty("java.class.path"),
                StarterWatchTest.class.getName()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    public static void main(String[] args) throws InterruptedException {
        StarterWatch.begin();
        System.out.print("r");
        System.out.flush();
        if (Boolean.getBoolean("marquee.end-with-starter")) {
            Thread.currentThread().join();
        }
        Thread.sleep(500);
        System.exit(OTHERWISE);
    }
}
