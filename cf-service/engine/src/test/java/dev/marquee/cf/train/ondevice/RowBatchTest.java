package dev.marquee.cf.train.ondevice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.testing.SequentialDevice;
import dev.marquee.cf.train.TrainListener;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RowBatchTest {
    /** Some users without ratings, and some with several segments of them. */
    private static RatingMatrix ratings() {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int user = 0; user < 60; user++) {
            int count = user % 20 == 3 ? 3 * RowBatch.SEGMENT + 5 : random.nextInt(1, 90);
            for (int movie = 0; movie < count; movie++) {
                builder.add(user, movie, 1 + movie % 5, 0);
            }
        }
        return builder.build();
    }

    @Test
    void batchesHoldAllRowsInOrderAndKeepTheLimits() {
        Csr byUser = ratings().byUser();
        for (long most : new long[]{1, 100, 1000, 100_000}) {
            for (long segments : new long[]{1, 5, 1000}) {
                int row = 0;
                for (RowBatch batch : RowBatch.of(byUser, most, segments)) {
                    assertEquals(row, batch.fromRow());
                    assertEquals(byUser.start(row), batch.from());
                    row = batch.toRow();
                    assertEquals(byUser.end(row - 1), batch.to());
                    assertTrue(batch.rows() == 1
                            || (batch.entries() <= most && batch.segments() <= segments && batch.rows() <= segments));
                    checkTables(byUser, batch);
                }
                assertEquals(byUser.rows(), row);
            }
        }
    }

    private static void checkTables(Csr rows, RowBatch batch) {
        RowBatch.Tables tables = batch.tables(rows, batch.from());
        int at = 0;
        for (int segment = 0; segment < batch.segments(); segment++) {
            assertEquals(at, tables.segments()[3 * segment + 1]);
            at = tables.segments()[3 * segment + 2];
            assertTrue(at - tables.segments()[3 * segment + 1] <= RowBatch.SEGMENT);
        }
        assertEquals(batch.entries(), at);
        for (int i = 0; i < tables.counts().length; i++) {
            int row = tables.solved()[3 * i];
            assertEquals(rows.length(row), tables.counts()[i]);
            for (int segment = tables.solved()[3 * i + 1]; segment < tables.solved()[3 * i + 2]; segment++) {
                assertEquals(row, tables.segments()[3 * segment]);
            }
        }
    }

    @Test
    void ratingsThatDoNotFitGoToTheDeviceInSlices() {
        RatingMatrix ratings = ratings();
        DeviceWork work = DeviceWork.of(new SequentialDevice(), 16, TrainListener.NONE);
        for (long share : new long[]{8_000, 80_000, 8_000_000}) {
            DeviceRatings sliced = new DeviceRatings(work, ratings.byUser(),
                    new DeviceRoom(share, 1 << 20, 500, 1000));
            assertEquals(share == 8_000_000, sliced.slices() == 1, sliced.slices() + " slices of " + share);
            for (int pass = 0; pass < 2; pass++) {
                sliced.forEach(batch -> checkOnDevice(ratings.byUser(), sliced, batch));
            }
        }
    }

    private static void checkOnDevice(Csr rows, DeviceRatings sliced, DeviceRatings.Batch batch) {
        int[] indexes = new int[batch.rows().entries()];
        float[] values = new float[indexes.length];
        sliced.index.read(batch.rows().from() - batch.slice(), indexes, 0, indexes.length);
        sliced.rating.read(batch.rows().from() - batch.slice(), values, 0, values.length);
        for (int i = 0; i < indexes.length; i++) {
            assertEquals(rows.index(batch.rows().from() + i), indexes[i]);
            assertEquals(rows.value(batch.rows().from() + i), values[i]);
        }
        assertTrue(List.of(batch.segmentCount().size(), batch.rowRange().size()).equals(List.of(1, 2)));
    }
}
