package dev.marquee.cf.train.sgd;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.train.ondevice.DeviceRoom;
import dev.marquee.cf.train.ondevice.DeviceWork;
import java.util.ArrayList;
import java.util.List;

/**
 * The ratings of {@link SgdRounds} on a device, step by step. Where they are larger than what they may take, they go
 * there in slices of steps, in each epoch anew. Numbers do not depend on the slices. Used from the thread that trains.
 */
final class DeviceSgdSteps {
    /** Of a rating in the arrays of users, movies, ratings and, where each has a round of its own, rounds. */
    private static final int ENTRY_BYTES = 16;

    final DeviceInts user;
    final DeviceInts movie;
    final DeviceFloats rating;
    final DeviceInts rounds;
    final DeviceInts blocks;
    private final SgdRounds order;
    private final DeviceWork work;
    private final List<Slice> slices = new ArrayList<>();
    private final List<DeviceInts> sizes = new ArrayList<>();
    private int loaded = -1;

    /** Some steps. */
    private record Slice(int from, int to) {}

    /** @param prior whether rows are drawn to something */
    DeviceSgdSteps(DeviceWork work, SgdRounds order, DeviceRoom room, boolean prior) {
        this.work = work;
        this.order = order;
        cut(room.sliceEntries(ENTRY_BYTES));
        int entries = 1;
        int roundCount = 1;
        int blockCount = 1;
        for (Slice slice : slices) {
            entries = Math.max(entries, order.start(slice.to()) - order.start(slice.from()));
            roundCount = Math.max(roundCount, order.firstRound(slice.to()) - order.firstRound(slice.from()) + 1);
            blockCount = Math.max(blockCount, (slice.to() - slice.from()) * order.groups + 1);
            for (int step = slice.from(); step < slice.to(); step++) {
                sizes.add(work.ints((step - slice.from()) * order.groups, step * order.groups, prior ? 1 : 0));
            }
        }
        user = work.device.ints(entries);
        movie = work.device.ints(entries);
        rating = work.device.floats(entries);
        rounds = work.device.ints(roundCount);
        blocks = work.device.ints(blockCount);
    }

    private void cut(long most) {
        int from = 0;
        for (int step = 1; step < order.groups; step++) {
            if (order.start(step + 1) - order.start(from) > most) {
                slices.add(new Slice(from, step));
                from = step;
            }
        }
        slices.add(new Slice(from, order.groups));
    }

    /** What is done with a step, while its ratings are on the device. */
    interface Step {
        /** @param sizes of the step, as the kernel wants them */
        void run(int step, DeviceInts sizes);
    }

    /** Goes through all steps. */
    void forEach(Step task) {
        for (int i = 0; i < slices.size(); i++) {
            if (loaded != i) {
                load(slices.get(i));
                loaded = i;
            }
            for (int step = slices.get(i).from(); step < slices.get(i).to(); step++) {
                task.run(step, sizes.get(step));
            }
        }
    }

    private void load(Slice slice) {
        int first = order.start(slice.from());
        int end = order.start(slice.to());
        work.copy(end - first, (at, count) -> {
            user.write(at, order.users, first + at, count);
            movie.write(at, order.movies, first + at, count);
            rating.write(at, order.ratings, first + at, count);
        });
        int[] someRounds = order.rounds(slice.from(), slice.to());
        work.copy(someRounds.length, (at, count) -> rounds.write(at, someRounds, at, count));
        int[] someBlocks = order.blocks(slice.from(), slice.to());
        blocks.write(0, someBlocks, 0, someBlocks.length);
    }
}
