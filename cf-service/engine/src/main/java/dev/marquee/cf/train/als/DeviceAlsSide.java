package dev.marquee.cf.train.als;

import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.train.ondevice.DeviceRatings;
import dev.marquee.cf.train.ondevice.DeviceWork;
import dev.marquee.cf.train.solve.Penalty;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * One side of a model on a device that is solved by least squares while the other is fixed. Used from the thread that
 * trains.
 */
final class DeviceAlsSide {
    private final DeviceWork work;
    private final DeviceRatings ratings;
    private final Rows solved;
    private final Rows fixed;
    private final DeviceFloats mean;
    private final DeviceFloats scratch;
    private final DeviceInts failed;
    private final List<Settings> settings = new ArrayList<>();

    /** Factors and biases of one side. */
    record Rows(DeviceFloats factors, DeviceFloats biases) {}

    /** A batch's penalties, and how many rows it solves and whether there is a prior. */
    private record Settings(DeviceFloats lambdas, DeviceInts sizes) {}

    /**
     * @param mean one number
     * @param scratch the normal equations of as many segments as a batch has, at least
     * @param failed one number, which becomes other than 0 where a row has no solution
     */
    DeviceAlsSide(DeviceWork work, DeviceRatings ratings, Rows solved, Rows fixed, DeviceFloats mean, Penalty penalty,
            boolean prior, DeviceFloats scratch, DeviceInts failed) {
        this.work = work;
        this.ratings = ratings;
        this.solved = solved;
        this.fixed = fixed;
        this.mean = mean;
        this.scratch = scratch;
        this.failed = failed;
        for (DeviceRatings.Batch batch : ratings.batches()) {
            settings.add(settings(batch.solvedRows(), penalty, prior));
        }
    }

    private Settings settings(int[] rows, Penalty penalty, boolean prior) {
        work.checkCancelled();
        float[] lambdas = new float[2 * rows.length];
        for (int i = 0; i < rows.length; i++) {
            int count = ratings.ratings.length(rows[i]);
            lambdas[2 * i] = penalty.ofFactors(count);
            lambdas[2 * i + 1] = penalty.ofBias(count);
        }
        return new Settings(work.floats(lambdas), work.ints(rows.length, prior ? 1 : 0));
    }

    /**
     * Solves all rows that have ratings.
     *
     * @param prior what the rows are drawn to; any array where there is none
     * @return whether all have a solution
     */
    boolean solve(DeviceFloats prior) {
        Iterator<Settings> each = settings.iterator();
        ratings.forEach(batch -> {
            Settings now = each.next();
            if (batch.solvedRows().length > 0) {
                solve(batch, now, prior);
            }
        });
        int[] row = new int[1];
        failed.read(0, row, 0, 1);
        return row[0] == 0;
    }

    private void solve(DeviceRatings.Batch batch, Settings now, DeviceFloats prior) {
        long square = (long) work.padded * work.padded;
        work.launch(DeviceAlsKernels.NORMAL, batch.rows().entries() * square / 2, batch.rows().segments(),
                fixed.factors(),
                fixed.biases(), ratings.index, ratings.rating, batch.segments(), scratch, batch.segmentCount(), mean);
        int rows = batch.solvedRows().length;
        work.launch(DeviceAlsKernels.SOLVE, rows * square * work.padded / 6, rows, scratch, batch.solved(),
                batch.counts(),
                now.lambdas(), prior, solved.factors(), solved.biases(), failed, now.sizes());
    }
}
