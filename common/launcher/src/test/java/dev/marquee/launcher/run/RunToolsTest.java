package dev.marquee.launcher.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.launcher.run.ScriptFixture.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which JDK and Maven the script takes, and what it says where there is none that will do. */
class RunToolsTest {
    @TempDir
    Path folder;

    private ScriptFixture script;

    @BeforeEach
    void bareMachine() throws IOException {
        script = new ScriptFixture(folder, "marquee");
        Files.delete(folder.resolve("bin/id"));
        script.add("id", "echo 1000");
    }

    @Test
    void aBareMachineIsToldWhatToDo() {
        Result bare = script.run();
        assertEquals(1, bare.code());
        assertTrue(bare.output()
                .startsWith("run: There is no JDK 25 or newer in JAVA_HOME, on the PATH, or in the usual"
                        + " folders. Marquee is not built yet, and there is no Maven to build it with (3.8.7 or newer).\n"
                        + "     ./run --install "),
                bare.output());
    }

    @ParameterizedTest
    @CsvSource({"apt-get,sudo apt-get install openjdk-25-jdk-headless maven",
            "dnf,sudo dnf install java-25-openjdk-devel maven",
            "zypper,sudo zypper install java-25-openjdk-devel maven", "pacman,sudo pacman -S jdk-openjdk maven",
            "apk,sudo apk add openjdk25 maven", "brew,brew install openjdk@25 maven"})
    void theCommandOfThisSystemIsPrinted(String manager, String command) throws IOException {
        script.add(manager, "exit 0");
        script.add("apt-cache", "[ \"$*\" = 'show openjdk-25-jdk-headless' ]");
        assertTrue(script.run().output().contains("\n     " + command + " "), script.run().output());
    }

    @Test
    void whereAptHasNoSuchJdkItIsNotAdvised() throws IOException {
        script.add("apt-get", "exit 0");
        script.add("apt-cache", "exit 100");
        String output = script.run().output();
        assertTrue(output.contains("(apt knows no JDK 25 here, at most after sudo apt-get update)"), output);
        assertFalse(output.contains("apt-get install"), output);
    }

    @Test
    void sdkmanIsNamedWhereItIs() throws IOException {
        Files.createDirectories(script.home.resolve(".sdkman"));
        assertTrue(script.run().output().contains("sdk install java 25.0.3-tem && sdk install maven"));
    }

    @Test
    void onlyWhatIsMissingIsAskedFor() throws IOException {
        script.add("apt-get", "exit 0");
        script.set("JAVA_HOME", ScriptFixture.jdk(folder.resolve("jdk"), "25.0.3").toString());
        String noMaven = script.run().output();
        assertTrue(noMaven.contains("sudo apt-get install maven "), noMaven);
        assertFalse(noMaven.contains("JAVA_HOME"), noMaven);
        script.set("JAVA_HOME", "");
        script.built();
        script.add("apt-cache", "exit 0");
        String noJdk = script.run().output();
        assertTrue(noJdk.contains("sudo apt-get install openjdk-25-jdk-headless "), noJdk);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "25.0.1", "25.0.2", "25.0.2.0.101"})
    void aJdkWithTheKnownFlawIsWarnedOf(String version) throws IOException {
        Path jdk = ScriptFixture.jdk(folder.resolve("jdk"), version);
        script.built().set("JAVA_HOME", jdk.toString());
        Result result = script.run();
        assertEquals(0, result.code());
        assertTrue(result.output().startsWith("run: warning: this JDK, " + version + " in " + jdk
                + ", may corrupt data under its collector G1. Use 25.0.3 or newer (./run --install fetches one), or set"
                + " JAVA_OPTS=-XX:+UseParallelGC\n"), result.output());
        script.set("JAVA_OPTS", "-XX:+UseParallelGC");
        assertFalse(script.run().output().contains("warning"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25.0.3", "25.0.10", "25.0.20", "25.1.0", "26", "26.0.1"})
    void otherJdksAreNotWarnedOf(String version) throws IOException {
        script.built().set("JAVA_HOME", ScriptFixture.jdk(folder.resolve("jdk"), version).toString());
        Result result = script.run();
        assertEquals(0, result.code());
        assertFalse(result.output().contains("warning"), result.output());
    }

    @Test
    void aJdkWithoutTheFlawIsPreferred() throws IOException {
        Path flawed = ScriptFixture.jdk(folder.resolve("root/usr/lib/jvm/a"), "25.0.1");
        Path sound = ScriptFixture.jdk(folder.resolve("root/usr/lib/jvm/b"), "26.0.1");
        ScriptFixture.jdk(folder.resolve("root/usr/lib/jvm/c"), "17.0.9");
        Path oldest = ScriptFixture.jdk(script.home.resolve(".jdks/temurin"), "25.0.4");
        script.built();
        assertTrue(script.run().output().startsWith("java " + oldest));
        script.set("HOME", "");
        assertTrue(script.run().output().startsWith("java " + sound));
        script.set("JAVA_HOME", flawed.toString());
        assertTrue(script.run().output().contains("\njava " + flawed), "JAVA_HOME has the last word");
    }

    @Test
    void theJavaOnThePathComesBeforeOthers() throws IOException {
        ScriptFixture.jdk(folder.resolve("root/usr/lib/jvm/a"), "25.0.3");
        Path onPath = ScriptFixture.jdk(folder.resolve("tools/jdk"), "26.0.1");
        Files.createSymbolicLink(folder.resolve("bin/java"), onPath.resolve("bin/java"));
        assertTrue(script.built().run().output().startsWith("java " + onPath));
    }

    @Test
    void aMavenThatIsTooOldIsRefusedAndPassedOver() throws IOException {
        script.set("JAVA_HOME", ScriptFixture.jdk(folder.resolve("jdk"), "25.0.3").toString());
        script.add("mvn", ScriptFixture.maven("3.3.9", null));
        assertTrue(script.run().output().startsWith(
                "run: The Maven here is 3.3.9, which is too old to build Marquee: 3.8.7 or newer is needed.\n"));
        ScriptFixture.executable(folder.resolve("root/opt/maven/bin/mvn"),
                "#!/bin/sh\n" + ScriptFixture.maven("3.10.1", null));
        assertTrue(script.run().output().contains("built with " + folder.resolve("jdk")));
    }

    @Test
    void aBuildSaysThatItGoesOnAndMavenWarnsOfNothingOfItsOwn() throws IOException {
        script.set("JAVA_HOME", ScriptFixture.jdk(folder.resolve("jdk"), "25.0.3").toString());
        script.set("MAVEN_OPTS", "-Xmx1g");
        script.set("MARQUEE_TELL_EVERY", "1");
        script.add("mvn", ScriptFixture.maven("3.9.9", null).replace("echo \"built",
                "sleep 3\necho \"$* $MAVEN_OPTS\"\necho \"built"));
        String output = script.run().output();
        assertTrue(output.contains("\n  still building, after "), output);
        assertTrue(output.contains(" -Dstyle.color=never "), output);
        assertTrue(output.contains(" --sun-misc-unsafe-memory-access=allow -Xmx1g\n"), output);
    }

    @Test
    void aBuildWithoutANetworkSaysSo() throws IOException {
        script.set("JAVA_HOME", ScriptFixture.jdk(folder.resolve("jdk"), "25.0.3").toString());
        script.add("mvn", ScriptFixture.maven("3.9.9", "Could not transfer artifact a:b:pom:1"));
        Result offline = script.run();
        assertEquals(1, offline.code());
        assertTrue(offline.output().contains("run: The build failed: Maven could not fetch the libraries"),
                offline.output());
        script.add("mvn", ScriptFixture.maven("3.9.9", "COMPILATION ERROR"));
        script.set("MAVEN_OPTS", "-Xmx1g");
        assertTrue(script.run().output()
                .endsWith(
                        "COMPILATION ERROR\nrun: The build failed; the lines above say why. It ran with MAVEN_OPTS=-Xmx1g\n"));
    }
}
