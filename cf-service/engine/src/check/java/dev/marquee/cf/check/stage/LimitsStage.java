package dev.marquee.cf.check.stage;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.device.Device;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.common.error.TrainingFailed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What becomes of trainings on a device that is shared, has little memory left, or fails: they end with its error, or
 * do with what there is, and the next one works.
 */
final class LimitsStage {
    private static final int SECONDS = 30;
    private static final int EPOCHS = 3;
    private static final int LONG_EPOCHS = 20;
    private static final long TOO_LITTLE = 100_000;
    /**
     * What another process leaves on a card, where a driver wants some for itself, and what it takes where memory is
     * the machine's.
     */
    private static final long LEFT = 1L << 30;
    private static final long TAKEN_OF_MACHINE = 512L << 20;
    private static final String ALGORITHM = "als";

    private final Conditions conditions;
    private final Algorithm<?> algorithm = Algorithms.named(ALGORITHM);

    private LimitsStage(Conditions conditions) {
        this.conditions = conditions;
    }

    static void run(StageRun run) {
        LimitsStage limits = new LimitsStage(run.conditions());
        boolean gpu = run.conditions().chosen().info().orElseThrow().gpu();
        for (Algorithm<?> each : Algorithms.ALL) {
            if (each.deviceTrainer().isPresent()) {
                run.part("little-memory-" + each.id(), SECONDS, part -> limits.littleMemory(part, each));
            }
        }
        run.part("too-little-memory", SECONDS, limits::tooLittleMemory);
        run.part("memory-held-by-another", SECONDS, part -> limits.heldMemory(part, gpu));
        run.part("two-at-once", SECONDS, limits::twoAtOnce);
        run.part("driver-fails", SECONDS, limits::driverFails);
        if (gpu) {
            run.part("illegal-address", SECONDS, limits::illegalAddress);
        } else {
            run.skip("illegal-address", "on a device that is no card it would end the process");
        }
    }

    private double train(int epochs) {
        return TrainOnce.validation(TrainOnce.train(algorithm, epochs, conditions::open));
    }

    private void littleMemory(Part part, Algorithm<?> each) {
        ProfiledDevice roomy = new ProfiledDevice(conditions.open());
        double whole = TrainOnce.validation(TrainOnce.train(each, EPOCHS, () -> roomy));
        long bytes = roomy.takenBytes() * 2 / 3;
        double sliced = TrainOnce
                .validation(TrainOnce.train(each, EPOCHS, () -> conditions.limitedTo(bytes).open()));
        part.fact("bytes", bytes).say("in %,d bytes to the same figure", bytes);
        Part.require(whole == sliced, "%s became %s", whole, sliced);
    }

    private void tooLittleMemory(Part part) {
        fails(part, () -> conditions.limitedTo(TOO_LITTLE).open());
    }

    /** Fails with the driver's words, and the next one does not. */
    private void fails(Part part, Supplier<Device> devices) {
        try {
            TrainOnce.train(algorithm, EPOCHS, devices);
        } catch (TrainingFailed e) {
            part.fact("error", e.getMessage()).say("as it should, it failed: %s", e.getMessage());
            part.say("the next one came to %.4f", train(EPOCHS));
            return;
        }
        throw new AssertionError("the training should have failed");
    }

    private void heldMemory(Part part, boolean gpu) throws IOException {
        double alone = train(EPOCHS);
        String[] arguments = {conditions.device().word(), "" + LEFT, "" + (gpu ? Long.MAX_VALUE : TAKEN_OF_MACHINE)};
        try (Child other = Child.start(HoldMemory.class, arguments)) {
            long held = Long.parseLong(other.line());
            part.fact("heldBytes", held).say("another process holds %.2f GB", held / 1e9);
            try {
                try (Device device = conditions.open()) {
                    part.say("%.2f GB are free", device.freeBytes() / 1e9);
                }
                double beside = train(EPOCHS);
                part.say("a training beside it came to %.4f", beside);
                Part.require(alone == beside, "alone it was %s", alone);
            } catch (TrainingFailed e) {
                part.fact("error", e.getMessage()).say("a training beside it failed: %s", e.getMessage());
            }
        }
        Part.require(alone == train(EPOCHS), "the next training came to something else");
    }

    private void twoAtOnce(Part part) throws IOException {
        double alone = train(LONG_EPOCHS);
        List<Child> children = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                children.add(Child.start(TrainOnce.class, conditions.device().word(), ALGORITHM, "" + LONG_EPOCHS));
            }
            for (Child child : children) {
                double beside = Double.parseDouble(child.line());
                Part.require(alone == beside, "alone it was %s, beside another %s", alone, beside);
            }
        } finally {
            for (Child child : children) {
                child.close();
            }
        }
        part.say("both came to %.4f, as one alone", alone);
    }

    private void driverFails(Part part) {
        fails(part, () -> BrokenDevice.withoutErrors(conditions));
    }

    private void illegalAddress(Part part) {
        fails(part, () -> BrokenDevice.afterIllegalAddress(conditions));
    }
}
