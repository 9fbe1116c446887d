package dev.marquee.cf.train.ondevice;

import dev.marquee.cf.device.DeviceFloats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Sums, for each row of a side, of those rows of the other side that are its entries, each times a factor of its own.
 * Used from the thread that trains.
 */
public final class DeviceSums {
    private final DeviceWork work;
    private final DeviceRatings rows;
    private final DeviceFloats scratch;

    /** @param scratch as many rows of padded factors as a batch has segments, at least */
    public DeviceSums(DeviceWork work, DeviceRatings rows, DeviceFloats scratch) {
        this.work = work;
        this.rows = rows;
        this.scratch = scratch;
    }

    /** Factors by row, as {@link #sum} takes them. */
    public List<DeviceFloats> scales(float[] byRow) {
        List<DeviceFloats> scales = new ArrayList<>();
        for (DeviceRatings.Batch batch : rows.batches()) {
            scales.add(work.floats(Arrays.copyOfRange(byRow, batch.rows().fromRow(), batch.rows().toRow())));
        }
        return scales;
    }

    /**
     * target_r = scale_r · Σ_j source_j.
     *
     * @param source rows of the other side
     * @param scales of {@link #scales}
     * @param target rows of this side
     */
    public void sum(DeviceMatrix source, List<DeviceFloats> scales, DeviceMatrix target) {
        Iterator<DeviceFloats> scale = scales.iterator();
        rows.forEach(batch -> {
            RowBatch part = batch.rows();
            if (part.segments() > 0) {
                work.launch(DeviceKernels.SUM_SEGMENTS, (long) part.entries() * work.padded, part.segments(),
                        source.numbers,
                        rows.index, batch.segments(), scratch, batch.segmentCount());
            }
            work.launchForEach(DeviceKernels.SUM_PARTIALS, part.rows() * work.padded, scratch, batch.ranges(),
                    scale.next(),
                    target.numbers, batch.rowRange());
        });
    }
}
