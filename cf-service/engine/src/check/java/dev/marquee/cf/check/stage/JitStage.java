package dev.marquee.cf.check.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Kernels as TornadoVM compiles them now against those that were compiled ahead of time, where an SDK is named. */
final class JitStage {
    private static final String COMPARISON = "dev.marquee.cf.kernels.JitAgreement";
    private static final int SECONDS = 300;

    private JitStage() {}

    static void run(StageRun run) {
        String sdk = Objects.toString(System.getenv("TORNADOVM_HOME"), "");
        if (sdk.isEmpty()) {
            run.skip("agreement", "no SDK of TornadoVM is named (TORNADOVM_HOME)");
        } else if (JitStage.class.getResource("/" + COMPARISON.replace('.', '/') + ".class") == null) {
            run.skip("agreement", "this program was packed without the kernels' sources: pack it where"
                    + " TORNADOVM_HOME names an SDK");
        } else {
            run.part("agreement", SECONDS, part -> compare(part, Path.of(sdk)));
        }
    }

    /** By a whole JDK where JAVA_HOME names one: TornadoVM needs more modules than this Java may have. */
    private static void compare(Part part, Path sdk) throws IOException, InterruptedException {
        Path own = Path.of(System.getProperty("java.home"));
        Path named = Path.of(Objects.toString(System.getenv("JAVA_HOME"), own.toString()));
        Path java = Files.isExecutable(named.resolve("bin/java")) ? named : own;
        // Else a kernel that does not compile would run as plain Java, without a word.
        List<String> options = List.of("@" + sdk.resolve("tornado-argfile"), "-Dtornado.recover.bailout=False");
        try (Child child = Child.start(java, options, COMPARISON)) {
            String output = child.rest();
            System.err.println(output);
            String[] lines = output.strip().split("\n");
            Part.require(child.exit() == 0 && output.contains("calls agree"), "%s (by the Java in %s)", output.strip(),
                    java);
            part.say("%s; %s", lines[0], lines[lines.length - 1]);
        }
    }
}
