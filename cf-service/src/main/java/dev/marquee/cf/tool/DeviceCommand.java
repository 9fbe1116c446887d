package dev.marquee.cf.tool;

import dev.marquee.cf.device.choice.ThisMachine;
import dev.marquee.common.device.DeviceChoice;
import dev.marquee.launcher.cli.CommandLines;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Says in one line where trainings with {@code --device WORD} would run, or why they cannot; {@code ./run} asks it
 * before the services are started.
 */
@Command(name = "device")
public final class DeviceCommand implements Callable<Integer> {
    @Option(names = "--device", required = true, converter = DeviceNames.class)
    @SuppressWarnings("NullAway.Init") // picocli fills it, as it is required
    private DeviceChoice device;

    private DeviceCommand() {}

    public static void main(String[] args) {
        CommandLines.main(CommandLines.of(new DeviceCommand()), args);
    }

    @Override
    public Integer call() {
        System.out.println(ThisMachine.choose(device));
        return 0;
    }
}
