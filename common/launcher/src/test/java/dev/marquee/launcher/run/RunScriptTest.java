package dev.marquee.launcher.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.marquee.launcher.cli.UsageError;
import dev.marquee.launcher.run.ScriptFixture.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script's options, the folders it lies in, and what it hands over. */
class RunScriptTest {
    private static final Path TEXTS = Path.of("src/main/sh/text");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "--data x --help"})
    void helpNeedsNeitherJavaNorABuild(String line) throws IOException {
        Result help = new ScriptFixture(folder, "marquee").run(line.split(" "));
        assertEquals(new Result(0, RunCommand.line().getUsageMessage()), help);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate", "tune", "completion"})
    void eachCommandHasAHelpOfItsOwn(String command) throws IOException {
        assertEquals(new Result(0, Files.readString(TEXTS.resolve(command + ".txt"))),
                new ScriptFixture(folder, "marquee").run(command, "--help"));
    }

    @Test
    void whatCompletesOptionsIsPrintedWithoutJavaAndRead() throws IOException {
        ScriptFixture script = new ScriptFixture(folder, "marquee");
        assertEquals(new Result(0, Files.readString(TEXTS.resolve("completion.bash"))), script.run("completion"));
        Path shell = folder.resolve("shell");
        ScriptFixture.executable(shell,
                """
                        eval "$(./run completion)"
                        complete -p run
                        for words in "--de" "--device " "tune --alg" "tune --algorithm i" "eval" "evaluate --candidates s" "evaluate --protocol l" \
                            "--download ml-l" "evaluate --algorithms b"; do
                            COMP_LINE="run $words" COMP_WORDS=(run $words)
                            case $words in *' ') COMP_WORDS+=('') ;; esac
                            COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_POINT=${#COMP_LINE} COMPREPLY=()
                            _complete_run
                            echo "$words: ${COMPREPLY[*]}"
                        done
                        """);
        String completed = script.start(shell, script.checkout).output();
        for (String line : List.of("--de: --device", "--device : cpu gpu opencl auto", "tune --alg: --algorithm",
                "tune --algorithm i: ials", "eval: evaluate", "evaluate --candidates s: sampled",
                "evaluate --protocol l: leave-last", "--download ml-l: ml-latest-small",
                "evaluate --algorithms b: bpmf biases")) {
            assertTrue(completed.contains("\n" + line + "\n"), completed);
        }
        assertTrue(completed.startsWith("complete -o default -F _complete_run run\n"), completed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "--nonsense|run: Unknown option --nonsense. ./run --help lists them.",
            "--dat|run: Unknown option --dat. ./run --help lists them.",
            "--data --fresh|run: --data needs a value.", "--data|run: --data needs a value.",
            "--port=|run: --port needs a value.", "--fresh=yes|run: --fresh takes no value.",
            "--port 1 --port|run: --port needs a value.",
            "-x|run: Unknown option -x. ./run --help lists them.",
            "data|run: Unknown option data. ./run --help lists them.",
            "--da*|run: Unknown option --da*. ./run --help lists them.",
            "--install --fresh|run: --install stands alone: ./run --install",
            "evaluate --on-error skip|evaluate: Unknown option --on-error. ./run evaluate --help lists them.",
            "evaluate --grid a=1|evaluate: Unknown option --grid. ./run evaluate --help lists them.",
            "tune --algorithms sgd|tune: Unknown option --algorithms. ./run tune --help lists them.",
            "tune --seeds|tune: --seeds needs a value.",
            "completion bash|completion: Unknown option bash. ./run completion --help lists them."})
    void wrongOptionsEndAtOnce(String line, String message) throws IOException {
        assertEquals(new Result(2, message + "\n"), new ScriptFixture(folder, "marquee").run(line.split(" ")));
    }

    @Test
    void optionsThatAreRightReachTheProgramAsTheyAre() throws IOException {
        ScriptFixture script = withJdk(new ScriptFixture(folder, "marquee")).built();
        Result started = script.run("--data", "a b*", "--port=1", "--fresh");
        assertTrue(
                started.output().endsWith("<dev.marquee.launcher.run.Main>\n<--data>\n<a b*>\n<--port=1>\n<--fresh>\n"),
                started.output());
        assertTrue(script.run("evaluate", "--set", "sgd.factors=8", "--set=sgd.epochs=2").output()
                .endsWith("Command>\n<--set>\n<sgd.factors=8>\n<--set=sgd.epochs=2>\n"));
    }

    @Test
    void valuesAreCheckedBeforeABuild() throws IOException {
        ScriptFixture script = new ScriptFixture(folder, "marquee");
        ScriptFixture.copy(Path.of("src/main/java"), script.checkout.resolve("common/launcher/src/main/java"));
        ScriptFixture.copy(Path.of("../src/main/java"), script.checkout.resolve("common/src/main/java"));
        script.set("JAVA_HOME", System.getProperty("java.home"));
        script.add("mvn", ScriptFixture.maven("3.9.9", null));
        Result port = script.run("--port", "x");
        assertEquals(new Result(2, "run: --port: x is not a port number (1 to 65535).\n"), port);
        Path other = Files.createDirectories(folder.resolve("no data"));
        Files.writeString(other.resolve("passwd"), "");
        Result data = script.run("--data", other.toString());
        assertEquals(2, data.code());
        assertTrue(data.output().startsWith("run: --data: There is no MovieLens data set in " + other), data.output());
        assertEquals(1, data.output().lines().count(), data.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "-a", "a#b", "a?b", "a*b", "a'b", "a\"b", "a%20b", "a$b", "a`b", "a;b", "é", "a!b"})
    void theCheckoutMayLieInFoldersOfAnyName(String name) throws IOException {
        ScriptFixture script = withJdk(new ScriptFixture(folder, name)).built();
        assertHas(script.run(), "<-Dmarquee.checkout=" + script.checkout + ">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "a+b", "a[b", "a]b", "a\\b"})
    void aNameThatJavaCannotHaveIsRefusedInOneLine(String name) throws IOException {
        ScriptFixture script = withJdk(new ScriptFixture(folder, name)).built();
        Result refused = script.run();
        assertEquals(
                new Result(1, "run: Marquee cannot run in a folder with a '" + name.charAt(1) + "' in its path, as "
                        + script.checkout + " has. Rename it, or move Marquee.\n"),
                refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\n"})
    void aLineBreakInAFoldersNameIsRefusedInOneLine(String name) throws IOException {
        ScriptFixture script = withJdk(new ScriptFixture(folder, name)).built();
        assertEquals(
                new Result(1,
                        "run: Marquee cannot run in a folder with a line break in its path. Rename it, or move Marquee.\n"),
                script.run());
    }

    @Test
    void linksAndOtherWorkingFoldersLeadToTheSameCheckout() throws IOException {
        ScriptFixture script = withJdk(new ScriptFixture(folder, "marquee")).built();
        Path links = Files.createDirectories(folder.resolve("links"));
        Path link = Files.createSymbolicLink(links.resolve("relative link"), Path.of("../marquee/run"));
        Path second = Files.createSymbolicLink(links.resolve("second"), link);
        script.set("CDPATH", folder + ":" + folder.resolve("marquee"));
        String expected = "<-Dmarquee.checkout=" + script.checkout + ">";
        assertHas(script.start(link, links), expected);
        assertHas(script.start(second, folder), expected);
        assertHas(script.start(Path.of("marquee/run"), folder), expected);
        assertHas(script.start(Path.of("run"), script.checkout), expected);
    }

    @Test
    void aShellThatIsNotBashHandsOver() throws IOException {
        ScriptFixture script = new ScriptFixture(folder, "marquee");
        script.add("handover", "exec sh '" + script.checkout.resolve("run") + "' --help");
        assertEquals(0, script.start(folder.resolve("bin/handover"), folder).code());
    }

    @Test
    void underTheLocaleCJavaGetsOneForAllLetters() throws IOException {
        ScriptFixture script = withJdk(new ScriptFixture(folder, "marquee")).built();
        assumeTrue(Files.exists(folder.resolve("bin/locale")),
                "There is no program locale here to name the locales that exist");
        script.set("LC_ALL", "C");
        String line = script.run().output().lines().filter(text -> text.startsWith("locale ")).findFirst()
                .orElseThrow();
        assertTrue(line.toLowerCase(java.util.Locale.ROOT).replace("-", "").endsWith(".utf8"), line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {"-Da=1 -Db=2|-Da=1;-Db=2",
            "-Da='x y' -Db=\"p q\"|-Da=x y;-Db=p q",
            "'-Da=\"x\"'|-Da=\"x\"", "-Da=x\\ y|-Da=x y", "-Da=\"$HOME $(id) `id`\"|-Da=$HOME $(id) `id`",
            "-Da=*|-Da=*",
            "''|EMPTY", "-Da=\"x\\y\"|-Da=x\\y", "-Dé='ü ß'|-Dé=ü ß"})
    void quotesHoldBlanksTogetherInTheScriptAndInJava(String text, String expected) throws IOException {
        List<String> words = List.of(expected.replace("EMPTY", "").split(";", -1));
        assertEquals(words, JavaOptions.split("JAVA_OPTS", text));
        ScriptFixture script = withJdk(new ScriptFixture(folder, "marquee")).built();
        script.set("JAVA_OPTS", text);
        script.set("LC_ALL", "C.UTF-8");
        String output = script.run("evaluate", "--data", "x").output();
        String first = output.substring(output.indexOf('<'), output.indexOf("<--add-modules"));
        assertEquals("<" + String.join(">\n<", words) + ">\n", first);
    }

    @Test
    void aQuoteWithoutItsEndIsTold() throws IOException {
        ScriptFixture script = withJdk(new ScriptFixture(folder, "marquee")).built();
        script.set("JAVA_OPTS", "-Da='x");
        String message = "JAVA_OPTS has a ' without its end: -Da='x";
        assertEquals(new Result(2, "evaluate: " + message + "\n"), script.run("evaluate"));
        assertEquals(message, org.junit.jupiter.api.Assertions
                .assertThrows(UsageError.class, () -> JavaOptions.split("JAVA_OPTS", "-Da='x")).getMessage());
        assertFalse(script.run().output().contains(message), "the services' options are read by the start-up program");
    }

    @Test
    void whatAScriptStartsInTheBackgroundStopsByCtrlCToo() throws IOException {
        ScriptFixture script = withJdk(new ScriptFixture(folder, "marquee")).built();
        ScriptFixture.executable(folder.resolve("jdk/bin/java"),
                "#!/bin/sh\ntrap 'echo stopped; exit 7' INT\nkill -INT $$\necho went on\n");
        Path background = folder.resolve("background");
        ScriptFixture.executable(background,
                "trap '' INT\nexec bash '" + script.checkout.resolve("run") + "' \"$@\"\n");
        Result stopped = script.start(background, folder);
        assertEquals(new Result(7, "stopped\n"), stopped);
    }

    private ScriptFixture withJdk(ScriptFixture script) throws IOException {
        script.set("JAVA_HOME", ScriptFixture.jdk(folder.resolve("jdk"), "25.0.3").toString());
        return script;
    }

    private static void assertHas(Result result, String expected) {
        assertTrue(result.code() == 0 && result.output().contains(expected), expected + " is not in " + result);
    }
}
