package dev.marquee.launcher.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void aShortStepShowsItsEndAndNotItsBeginning() {
        Console console = new Console(new PrintStream(printed, true), false);
        console.say("Importing");
        console.progress(0.01, "  movies  3 rows");
        console.progress(0.4, "  ratings  20 rows");
        console.progress(1, "  ratings  50 rows");
        console.progress(1, "  ratings  50 rows");
        console.say("done");
        assertEquals("Importing\n  [####################] 100 %  ratings  50 rows\ndone\n", printed.toString(UTF_8));
    }

    @Test
    void onATerminalTheLineIsThereAtOnceAndGoneAtTheEnd() {
        Console console = new Console(new PrintStream(printed, true), true);
        console.say("Importing");
        console.progress(0.01, "");
        console.progress(0.02, "");
        console.progress(1, "");
        console.say("done");
        String[] written = printed.toString(UTF_8).split("\r");
        assertEquals("  [....................]   1 %", written[1].stripTrailing());
        assertEquals("  [####################] 100 %", written[2].stripTrailing());
        assertEquals("done\n", written[4]);
    }
}
