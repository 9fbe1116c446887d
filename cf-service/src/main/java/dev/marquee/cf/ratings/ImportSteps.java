package dev.marquee.cf.ratings;

import dev.marquee.common.ingest.IngestProgress;
import java.util.concurrent.CancellationException;

/**
 * Turns the progress of an import's phases into that of the whole. Reading the ratings is told block by block; the
 * database's own steps only by their beginning. Thread-safe, as far as the progress behind it is.
 */
final class ImportSteps implements IngestProgress {
    private static final long WHOLE = 1000;

    /** The phases with their shares of the whole, as measured with 25 million ratings. */
    enum Step {
        MOVIES("movies", 0, 10), RATINGS("ratings", 10, 400), INDEX("index", 400, 550),
        SUMMARIES("summaries", 550, 600),
        MERGE("merging", 600, 950), IN_PLACE("putting in place", 950, 990), COMMIT("commit", 990, 1000);

        private final String title;
        private final long from;
        private final long to;

        Step(String title, long from, long to) {
            this.title = title;
            this.from = from;
            this.to = to;
        }
    }

    private final IngestProgress whole;
    private volatile Step step = Step.MOVIES;
    private volatile long rows;

    ImportSteps(IngestProgress whole) {
        this.whole = whole;
    }

    /**
     * @throws CancellationException if the import is to stop
     */
    void begin(Step next) {
        check();
        step = next;
        if (next.compareTo(Step.RATINGS) > 0) {
            whole.report(next.title, rows, next.from, WHOLE);
        }
    }

    /**
     * Tells how far a step is, and goes on unless the import is to stop.
     *
     * @throws CancellationException if the import is to stop
     */
    void within(Step now, long done, long total) {
        check();
        whole.report(now.title, rows, now.from + (now.to - now.from) * done / Math.max(1, total), WHOLE);
    }

    /**
     * @throws CancellationException if the import is to stop
     */
    void check() {
        if (whole.cancelled()) {
            throw new CancellationException("The import was stopped in the step: " + step.title);
        }
    }

    @Override
    public void report(String file, long rows, long done, long total) {
        this.rows = rows;
        long part = total > 0 ? (step.to - step.from) * done / total : 0;
        whole.report(file, rows, step.from + part, WHOLE);
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }
}
