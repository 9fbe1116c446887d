package dev.marquee.cf.train.ondevice;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.matrix.Csr;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The ratings of one side on a device, by row. Where they are larger than what they may take, they go there in slices
 * of rows, one after the other, each time that they are gone through; the tables of their segments stay. Numbers do not
 * depend on the slices. Used from the thread that trains.
 */
public final class DeviceRatings {
    private static final int ENTRIES_AT_ONCE = 1 << 16;
    private static final int ENTRY_BYTES = Integer.BYTES + Float.BYTES;

    public final DeviceInts index;
    public final DeviceFloats rating;
    public final Csr ratings;
    /** Of the batch that has most. */
    public final int mostSegments;
    /** Of the batch that has most. */
    public final int mostRows;
    private final DeviceWork work;
    private final List<Batch> batches = new ArrayList<>();
    private final boolean whole;
    private final Weight weight;
    private int first = -1;

    /**
     * A batch's tables on the device.
     *
     * @param slice position of the entry that the device's arrays begin with while the batch is worked on
     * @param segments 3 for each segment
     * @param ranges 2 for each row
     * @param solved 3 for each row with entries
     * @param counts entries of those rows
     * @param segmentCount as the kernels' sizes
     * @param rowRange number of rows and the first one, as the kernels' sizes
     */
    public record Batch(RowBatch rows, int slice, int sliceEnd, DeviceInts segments, DeviceInts ranges,
            DeviceInts solved,
            DeviceInts counts, int[] solvedRows, DeviceInts segmentCount, DeviceInts rowRange) {}

    /** What stands on the device in the place of a rating. */
    public interface Weight {
        float of(float rating);
    }

    /**
     * @param room what the ratings and the sums of their segments may take
     */
    public DeviceRatings(DeviceWork work, Csr ratings, DeviceRoom room) {
        this(work, ratings, room, rating -> rating);
    }

    /** The same with something else in the place of each rating. */
    public DeviceRatings(DeviceWork work, Csr ratings, DeviceRoom room, Weight weight) {
        this.weight = weight;
        this.work = work;
        this.ratings = ratings;
        long slice = room.sliceEntries(ENTRY_BYTES);
        List<RowBatch> cut = RowBatch.of(ratings, Math.min(slice, room.batchEntries()), room.batchSegments());
        long most = Math.max(slice, cut.stream().mapToInt(RowBatch::entries).max().orElse(0));
        this.whole = ratings.size() <= most;
        int capacity = Math.max(1, (int) Math.min(most, ratings.size()));
        this.index = work.device.ints(capacity);
        this.rating = work.device.floats(capacity);
        addBatches(cut, capacity);
        this.mostSegments = cut.stream().mapToInt(RowBatch::segments).max().orElse(0);
        this.mostRows = cut.stream().mapToInt(RowBatch::rows).max().orElse(0);
    }

    private void addBatches(List<RowBatch> cut, int capacity) {
        int next = 0;
        while (next < cut.size()) {
            int begin = next;
            int slice = cut.get(begin).from();
            while (next < cut.size() && cut.get(next).to() - slice <= capacity) {
                next++;
            }
            int end = cut.get(next - 1).to();
            cut.subList(begin, next).forEach(rows -> batches.add(batch(rows, slice, end)));
        }
    }

    private Batch batch(RowBatch rows, int slice, int sliceEnd) {
        work.checkCancelled();
        RowBatch.Tables tables = rows.tables(ratings, slice);
        int[] solvedRows = new int[tables.counts().length];
        for (int i = 0; i < solvedRows.length; i++) {
            solvedRows[i] = tables.solved()[3 * i];
        }
        return new Batch(rows, slice, sliceEnd, work.ints(tables.segments()), work.ints(tables.ranges()),
                work.ints(tables.solved()), work.ints(tables.counts()), solvedRows, work.ints(rows.segments()),
                work.ints(rows.rows(), rows.fromRow()));
    }

    public List<Batch> batches() {
        return batches;
    }

    /** How often the ratings are copied to the device when they are gone through; 1: they stay there. */
    int slices() {
        return (int) batches.stream().mapToInt(Batch::slice).distinct().count();
    }

    /** Goes through all batches; the ratings of each are on the device when its turn comes. */
    public void forEach(Consumer<Batch> task) {
        for (Batch batch : batches) {
            load(batch);
            task.accept(batch);
        }
    }

    private void load(Batch batch) {
        if (first == batch.slice() || (whole && first >= 0)) {
            return;
        }
        int[] indexes = new int[ENTRIES_AT_ONCE];
        float[] values = new float[ENTRIES_AT_ONCE];
        for (int from = batch.slice(); from < batch.sliceEnd(); from += ENTRIES_AT_ONCE) {
            int count = Math.min(ENTRIES_AT_ONCE, batch.sliceEnd() - from);
            ratings.copyIndexes(from, count, indexes);
            ratings.copyValues(from, count, values);
            for (int i = 0; i < count; i++) {
                values[i] = weight.of(values[i]);
            }
            index.write(from - batch.slice(), indexes, 0, count);
            rating.write(from - batch.slice(), values, 0, count);
            work.checkCancelled();
        }
        first = batch.slice();
    }
}
