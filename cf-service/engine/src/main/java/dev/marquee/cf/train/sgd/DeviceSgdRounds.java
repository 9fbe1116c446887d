package dev.marquee.cf.train.sgd;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.ondevice.DeviceRoom;
import dev.marquee.cf.train.ondevice.DeviceWork;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The rounds of an epoch on a device. Where they are larger than what they may take, they go there in slices, in each
 * epoch anew. Numbers do not depend on the slices. Used from the thread that trains.
 */
final class DeviceSgdRounds {
    /** Of an entry and its share of the slots, if it has a slot for itself. */
    private static final int ENTRY_BYTES = (2 + SgdSlots.NUMBERS) * Integer.BYTES;
    /** Of the equal parts of the memory for ratings, see {@link DeviceRoom}. */
    static final int SHARES = 3;

    final DeviceInts index;
    final DeviceFloats rating;
    final DeviceInts slots;
    /** Of all rounds. */
    final int mostGroups;
    private final DeviceWork work;
    private final SgdSlots prepared;
    private final List<Slice> slices = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();
    private int[] oddRows = {};
    private int loaded = -1;

    /**
     * A round's place on the device.
     *
     * @param sizes as the kernel wants them
     */
    private record Round(int entries, int groups, DeviceInts sizes) {}

    /** Some rounds. */
    private record Slice(int from, int to, int entries, int slots) {}

    /** @param drawn whether rows are drawn to something */
    DeviceSgdRounds(DeviceWork work, RatingMatrix train, long seed, DeviceRoom room, boolean drawn) {
        this.work = work;
        SgdRounds order = new SgdRounds(train, new SplittableRandom(seed), work::checkCancelled);
        int slotsOfGroup = DeviceSgdKernels.slotsOfGroup(work.padded);
        prepared = new SgdSlots(train, order, slotsOfGroup);
        cut(order.count(), Math.min(SHARES * room.shareBytes() / ENTRY_BYTES,
                room.largestArrayBytes() / (SgdSlots.NUMBERS * Integer.BYTES)), slotsOfGroup,
                train.users().size() + train.movies().size(), drawn);
        index = work.device.ints(slices.stream().mapToInt(Slice::entries).max().orElseThrow());
        rating = work.device.floats(index.size());
        slots = work.device.ints(SgdSlots.NUMBERS * slices.stream().mapToInt(Slice::slots).max().orElseThrow());
        mostGroups = rounds.stream().mapToInt(Round::groups).max().orElseThrow();
    }

    private void cut(int count, long most, int slotsOfGroup, int rows, boolean drawn) {
        int from = 0;
        int entries = 0;
        int used = 0;
        prepared.begin();
        for (int round = 0; round < count; round++) {
            work.checkCancelled();
            prepared.prepare(round);
            int more = prepared.groups() * slotsOfGroup;
            if (round > from && Math.max(entries + prepared.entries(), used + more) > most) {
                slices.add(new Slice(from, round, entries, used));
                from = round;
                entries = 0;
                used = 0;
            }
            rounds.add(new Round(prepared.entries(), prepared.groups(),
                    work.ints(used, prepared.groups(), prepared.userGroups(), rows, drawn ? 1 : 0, entries)));
            entries += prepared.entries();
            used += more;
        }
        slices.add(new Slice(from, count, entries, used));
        oddRows = prepared.oddRows();
    }

    /** What is done with a round, while it is on the device. */
    interface Task {
        /** @param sizes of the round, as the kernel wants them */
        void run(int entries, int groups, DeviceInts sizes);
    }

    /** Goes through all rounds. */
    void forEach(Task task) {
        for (int i = 0; i < slices.size(); i++) {
            if (loaded != i) {
                load(slices.get(i));
                loaded = i;
            }
            for (Round round : rounds.subList(slices.get(i).from(), slices.get(i).to())) {
                task.run(round.entries(), round.groups(), round.sizes());
            }
        }
    }

    /** After all rounds. */
    int[] oddRows() {
        return oddRows;
    }

    private void load(Slice slice) {
        if (slice.from() == 0) {
            prepared.begin();
        }
        int entries = 0;
        int used = 0;
        for (int round = slice.from(); round < slice.to(); round++) {
            work.checkCancelled();
            prepared.prepare(round);
            int more = rounds.get(round).groups() * DeviceSgdKernels.slotsOfGroup(work.padded);
            index.write(entries, prepared.index, 0, prepared.entries());
            rating.write(entries, prepared.ratings, 0, prepared.entries());
            slots.write(SgdSlots.NUMBERS * used, prepared.slots, 0, SgdSlots.NUMBERS * more);
            entries += prepared.entries();
            used += more;
        }
    }
}
