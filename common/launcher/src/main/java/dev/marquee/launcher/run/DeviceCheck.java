package dev.marquee.launcher.run;

import dev.marquee.common.device.DeviceChoice;
import dev.marquee.launcher.cli.UsageError;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks cf-service's program for devices whether there is one as wished, before anything is started: so a wish that
 * cannot be granted is refused at once and in one line.
 */
final class DeviceCheck {
    private static final String PROGRAM = "dev.marquee.cf.tool.DeviceCommand";

    /** What its errors begin with. */
    private static final String NAME = "device: ";

    private DeviceCheck() {}

    /**
     * @throws UsageError with what was looked for and what was found, if there is no such device
     */
    static void requireDevice(Optional<DeviceChoice> wished, Path checkout) throws IOException, InterruptedException {
        DeviceChoice device = wished.orElse(DeviceChoice.AUTO);
        if (device == DeviceChoice.CPU || device == DeviceChoice.AUTO) {
            return;
        }
        Process program = new ProcessBuilder(command(device, checkout.resolve("cf-service/target/quarkus-app")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (program.waitFor() != 0) {
            throw new UsageError(said.startsWith(NAME) ? said.substring(NAME.length()) : said);
        }
    }

    private static List<String> command(DeviceChoice device, Path app) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(JavaOptions.ofServices());
        command.addAll(List.of("-cp", String.join(File.pathSeparator, app.resolve("app") + "/*",
                System.getProperty("java.class.path")), PROGRAM, "--device",
                device.word()));
        return command;
    }
}
