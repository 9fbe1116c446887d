package dev.marquee.cf.check.stage;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.device.choice.ThisMachine;
import dev.marquee.common.device.DeviceChoice;
import dev.marquee.common.error.TrainingFailed;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Another user of a device: takes its memory, says how much that is, and keeps it until its input ends. */
final class HoldMemory {
    private static final long PIECE = 64L << 20;

    private HoldMemory() {}

    /** @param args the device, bytes to leave, bytes to take at most */
    public static void main(String[] args) throws IOException, InterruptedException {
        Watchdog.ofThisProcess();
        Device device = ThisMachine.choose(DeviceChoice.parse(args[0])).open();
        long leave = Long.parseLong(args[1]);
        long most = Long.parseLong(args[2]);
        long held = 0;
        try {
            while (held + PIECE <= most && device.freeBytes() > leave + PIECE) {
                device.floats((int) (PIECE / Float.BYTES) - 64);
                held += PIECE;
            }
        } catch (TrainingFailed e) {
            // There is no more.
        }
        System.out.println(held);
        new CountDownLatch(1).await();
    }
}
