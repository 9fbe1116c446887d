package dev.marquee.cf.tool;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.train.Role;
import dev.marquee.common.testing.CommittedText;
import dev.marquee.launcher.run.RunCommand;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.AutoComplete;
import picocli.CommandLine;

/** What the script {@code run} shows and reads is what the programs say. */
class CommandTextTest {
    private static final Path TEXTS = Path.of("../common/launcher/src/main/sh/text");
    private static final List<CommandLine> TOOLS = List.of(EvaluateCommand.line(System.out),
            TuneCommand.line(System.out));

    @Test
    void theScriptShowsWhatTheToolsSay() {
        for (CommandLine tool : TOOLS) {
            CommittedText.of(TEXTS.resolve(tool.getCommandName() + ".txt")).requireSame(tool.getUsageMessage());
        }
    }

    @Test
    void theTabulatorKeyKnowsAllOptions() {
        CommandLine run = RunCommand.line();
        for (CommandLine tool : TOOLS) {
            run.getCommandSpec().removeSubcommand(tool.getCommandName());
            run.addSubcommand(tool);
        }
        CommittedText.of(TEXTS.resolve("completion.bash")).requireSame(AutoComplete.bash("run", run));
    }

    @Test
    void whatRunOffersToTrainPredictsStars() {
        for (String word : RunCommand.line().getCommandSpec().findOption("--algorithm").completionCandidates()) {
            assertTrue(Algorithms.named(word).roles().contains(Role.RATING), word);
        }
    }
}
