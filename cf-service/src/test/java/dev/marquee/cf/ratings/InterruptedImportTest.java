package dev.marquee.cf.ratings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.ingest.IngestProgress;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Whatever ends an import early, it leaves nothing behind; and it tells how far it is. */
class InterruptedImportTest extends RatingImportFixture {
    private static String many(int rows) {
        StringBuilder ratings = new StringBuilder(HEADER);
        for (int i = 1; i <= rows; i++) {
            ratings.append(i).append(",2,4.0,900000000\n");
        }
        return ratings.toString();
    }

    @Test
    void aCancelledImportLeavesNothing() throws IOException {
        String ratings = many(300_000);
        for (String phase : List.of("ratings.csv", "index", "summaries", "putting in place", "commit")) {
            boolean[] reached = new boolean[1];
            IngestProgress progress = new IngestProgress() {
                @Override
                public void report(String name, long rows, long done, long total) {
                    reached[0] |= name.equals(phase) && rows > 0;
                }

                @Override
                public boolean cancelled() {
                    return reached[0];
                }
            };
            if (phase.equals("commit")) {
                assertEquals(300_000L, run(ratings, fail, progress).get("ratings"), "too late to stop");
            } else {
                assertThrows(CancellationException.class, () -> run(ratings, fail, progress), phase);
                assertTrue(reached[0], phase);
                assertNothingIsThere();
            }
        }
    }

    @Test
    void aLostConnectionLeavesNothing() throws IOException {
        String ratings = many(300_000);
        IngestProgress progress = (phase, rows, done, total) -> {
            if (phase.equals("ratings.csv") && rows > 100_000) {
                DATABASE.execute("select pg_terminate_backend(pid) from pg_stat_activity where query like 'copy%'");
            }
        };
        assertThrows(IllegalStateException.class, () -> run(ratings, fail, progress));
        assertNothingIsThere();
        assertEquals(300_000L, run(ratings, fail).get("ratings"));
    }

    @Test
    void tellsTheProgressOfTheWhole() throws IOException {
        double[] last = new double[1];
        run(many(300_000), fail, (phase, rows, done, total) -> {
            assertTrue((double) done / total >= last[0], phase);
            last[0] = (double) done / total;
        });
        assertTrue(last[0] > 0.9 && last[0] <= 1, "ended at " + last[0]);
    }
}
