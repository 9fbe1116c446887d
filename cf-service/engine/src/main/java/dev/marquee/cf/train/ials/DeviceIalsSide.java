package dev.marquee.cf.train.ials;

import dev.marquee.cf.device.DeviceArray;
import dev.marquee.cf.device.DeviceFloats;
import dev.marquee.cf.device.DeviceInts;
import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.train.ondevice.DeviceMatrix;
import dev.marquee.cf.train.ondevice.DeviceRatings;
import dev.marquee.cf.train.ondevice.DeviceWork;
import dev.marquee.cf.train.ondevice.RowBatch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * One side of a model on a device that descends towards the minimum of its loss while the other is fixed, all rows of a
 * batch at a time. Used from the thread that trains.
 */
final class DeviceIalsSide {
    /**
     * Steps of the conjugate gradient method, from where the row is. With four NDCG@10 on MovieLens 100K and 1M is that
     * of exact solutions after as many iterations; with three it takes one more.
     */
    static final int STEPS = 4;

    private final DeviceWork work;
    private final DeviceRatings ratings;
    private final DeviceMatrix solved;
    private final DeviceMatrix fixed;
    private final DeviceIalsScratch scratch;
    private final DeviceInts failed;
    private final List<Settings> settings = new ArrayList<>();

    /**
     * Of a batch.
     *
     * @param range the batch's rows where nothing else is in an array
     * @param lacking sizes of gradients of what all rows of the side lack of 1
     * @param directions sizes of gradients of the batch's own vectors
     */
    private record Settings(DeviceFloats lambdas, DeviceInts range, DeviceInts lacking, DeviceInts directions) {}

    /**
     * @param ratings weights by row of the solved side
     * @param scratch as many rows and segments as a batch has, at least
     * @param failed one number, which becomes other than 0 where a row has no solution
     */
    DeviceIalsSide(DeviceWork work, DeviceRatings ratings, DeviceMatrix solved, DeviceMatrix fixed,
            IalsOptions options, DeviceIalsScratch scratch, DeviceInts failed) {
        this.work = work;
        this.ratings = ratings;
        this.solved = solved;
        this.fixed = fixed;
        this.scratch = scratch;
        this.failed = failed;
        for (DeviceRatings.Batch batch : ratings.batches()) {
            settings.add(settings(batch.rows(), options));
        }
    }

    private Settings settings(RowBatch rows, IalsOptions options) {
        work.checkCancelled();
        float[] lambdas = new float[rows.rows()];
        for (int i = 0; i < lambdas.length; i++) {
            lambdas[i] = options.lambda(ratings.ratings.length(rows.fromRow() + i), ratings.ratings.columns());
        }
        int segments = rows.segments();
        return new Settings(work.floats(lambdas), work.ints(lambdas.length, 0), work.ints(segments, 0, 1),
                work.ints(segments, rows.fromRow(), 0));
    }

    /**
     * Brings all rows that have ratings near to their solution.
     *
     * @param gram α₀ YᵀY of the fixed side
     * @return whether all have a solution
     */
    boolean solve(DeviceFloats gram) {
        Iterator<Settings> each = settings.iterator();
        ratings.forEach(batch -> {
            Settings now = each.next();
            if (batch.rows().segments() > 0) {
                descend(batch, now, gram);
            }
        });
        int[] row = new int[1];
        failed.read(0, row, 0, 1);
        return row[0] == 0;
    }

    private void descend(DeviceRatings.Batch batch, Settings now, DeviceFloats gram) {
        products(batch, solved.numbers, batch.rowRange(), gram);
        gradients(batch, solved.numbers, now.lacking());
        byRow(DeviceIalsKernels.BEGIN, batch, solved.numbers, scratch.partial(), batch.ranges(), now.lambdas(),
                scratch.products(), scratch.residuals(), scratch.directions(), scratch.squares(), batch.rowRange());
        for (int step = 0; step < STEPS; step++) {
            products(batch, scratch.directions(), now.range(), gram);
            gradients(batch, scratch.directions(), now.directions());
            byRow(DeviceIalsKernels.STEP, batch, solved.numbers, scratch.partial(), batch.ranges(), now.lambdas(),
                    scratch.products(), scratch.residuals(), scratch.directions(), scratch.squares(), failed,
                    batch.rowRange());
        }
    }

    private void products(DeviceRatings.Batch batch, DeviceFloats rows, DeviceInts sizes, DeviceFloats gram) {
        int count = batch.rows().rows();
        work.launch(DeviceIalsKernels.PRODUCTS, (long) count * work.padded * work.padded,
                DeviceIalsKernels.productGroups(count, work.padded), rows, gram, scratch.products(), sizes);
    }

    private void gradients(DeviceRatings.Batch batch, DeviceFloats vectors, DeviceInts sizes) {
        work.launch(DeviceIalsKernels.GRADIENTS, 2L * batch.rows().entries() * work.padded, batch.rows().segments(),
                vectors, fixed.numbers, ratings.index, ratings.rating, batch.segments(), scratch.partial(),
                scratch.errors(), sizes);
    }

    private void byRow(Kernel kernel, DeviceRatings.Batch batch, DeviceArray... arguments) {
        int count = batch.rows().rows();
        work.launch(kernel, (long) count * work.padded, DeviceWork.groups(count, DeviceIalsKernels.teams(work.padded)),
                arguments);
    }

    /** Σ w (1 - x·y)² over all ratings. */
    double errors() {
        float[] errors = new float[ratings.mostSegments];
        double[] sum = {0};
        Iterator<Settings> each = settings.iterator();
        ratings.forEach(batch -> {
            Settings now = each.next();
            int segments = batch.rows().segments();
            if (segments > 0) {
                gradients(batch, solved.numbers, now.lacking());
                scratch.errors().read(0, errors, 0, segments);
                for (int segment = 0; segment < segments; segment++) {
                    sum[0] += errors[segment];
                }
            }
        });
        return sum[0];
    }
}
