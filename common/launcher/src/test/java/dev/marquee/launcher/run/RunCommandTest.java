package dev.marquee.launcher.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.testing.CommittedText;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What is said of command lines that cannot be meant, and what explains them. */
class RunCommandTest {
    private static final Path TEXTS = Path.of("src/main/sh/text");
    private static final String ADVICE = " ./run --help lists them.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--nonsense|Unknown option --nonsense.",
            "--frsh|Unknown option --frsh. Did you mean --fresh?",
            "--prot 1|Unknown option --prot. Did you mean --port?",
            "--similarity=1|Unknown option --similarity. Did you mean --similarity-port?",
            "ml-100k|Unknown option ml-100k.",
            "--dat x|Unknown option --dat. Did you mean --data?",
            "--devise=gpu|Unknown option --devise. Did you mean --device?",
            "data|Unknown option data. Did you mean --data?",
            "evalute|Unknown option evalute. Did you mean evaluate?", "-x|Unknown option -x.", "''|Unknown option ''."})
    void whatThereIsNotIsNamedWithWhatIsLikeIt(String line, String message) {
        assertRefused(message + ADVICE, line.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--data|--data needs a value.", "--data --fresh|--data needs a value.",
            "--port=|--port needs a value.", "--fresh=yes|--fresh takes no value.",
            "--port 1 --port 2|--port is given twice.",
            "--port x|--port: x is not a port number (1 to 65535).",
            "--port 1 evaluate --data x|This command comes before all options: ./run evaluate"})
    void whatCannotBeMeantIsNamed(String line, String message) {
        assertRefused(message, line.split(" "));
    }

    @Test
    void aMisspeltOptionIsNotTakenForTheValueOfAnother() {
        String said = TestCommandLine.refused("--data", "--frehs");
        assertTrue(said.contains("--frehs") && said.contains("for option '--data'") && said.endsWith(ADVICE), said);
    }

    @Test
    void theScriptShowsWhatTheProgramSays() {
        CommandLine run = RunCommand.line();
        CommittedText.of(TEXTS.resolve("run.txt")).requireSame(run.getUsageMessage());
        CommittedText.of(TEXTS.resolve("completion.txt"))
                .requireSame(run.getSubcommands().get("completion").getUsageMessage());
    }

    private static void assertRefused(String message, String... args) {
        assertEquals(message, TestCommandLine.refused(args));
    }
}
