package dev.marquee.cf.tool;

import dev.marquee.cf.device.choice.DeviceChoice;
import dev.marquee.cf.train.Placement;
import dev.marquee.common.error.RecommenderException;

/**
 * Says in one line where trainings with {@code --device WORD} would run, or why they cannot; {@code ./run} asks it before the
 * services are started.
 */
public final class DeviceCommand {
    private static final int EXIT_USAGE = 2;

    private DeviceCommand() {}

    /** @param args the word */
    public static void main(String[] args) {
        try {
            System.out.println(Placement.choose(DeviceChoice.parse(args[0])));
        } catch (RecommenderException e) {
            System.err.println("--" + e.getMessage());
            System.exit(EXIT_USAGE);
        }
    }
}
