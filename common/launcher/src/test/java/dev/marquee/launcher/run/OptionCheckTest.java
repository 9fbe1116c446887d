package dev.marquee.launcher.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.marquee.launcher.cli.UsageError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"--data /no/such/folder", "--imdb /no/such/folder", "--download ml-99", "--port x",
            "--port 0", "--similarity-port 65536", "--algorithm magic", "--device tpu", "--on-error stop", "--data .",
            "--imdb .", "--data . --download ml-25m", "--port 8081", "--port 7 --similarity-port 7",
            "--port 1 --port 2"})
    void beforeABuildTheSameIsSaidAsByTheProgram(String line) {
        String[] words = line.split(" ");
        assertEquals(TestCommandLine.refused(words),
                assertThrows(UsageError.class, () -> OptionCheck.check(words)).getMessage());
    }

    @Test
    void whatCanBeMeantPasses() {
        OptionCheck.check();
        OptionCheck.check("--fresh", "", "--port", "1", "--device", "GPU", "--algorithm", "sgd", "--on-error", "fail",
                "--download", "ml-25m");
    }
}
