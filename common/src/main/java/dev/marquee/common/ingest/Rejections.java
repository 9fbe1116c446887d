package dev.marquee.common.ingest;

import dev.marquee.common.error.DataRejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The lines that an import leaves out: counts all, keeps the first {@value #LISTED} to show. Thread-safe, so that a
 * running import can be looked at.
 */
public final class Rejections {
    /** How many lines are kept for listing. */
    public static final int LISTED = 100;

    private final OnError onError;
    private final List<RejectedLine> first = new ArrayList<>();
    private long total;

    public Rejections(OnError onError) {
        this.onError = Objects.requireNonNull(onError, "onError");
    }

    public OnError onError() {
        return onError;
    }

    /**
     * Counts one line.
     *
     * @throws DataRejected with file, line and reason, if lines may not be left out
     */
    public void add(String file, long line, String reason, String text) {
        RejectedLine rejected = new RejectedLine(file, line, reason, text);
        keep(rejected);
        if (onError == OnError.FAIL) {
            throw new DataRejected(rejected.describe() + ". Nothing was imported; mend the line or import with"
                    + " onError=skip, which leaves such lines out.");
        }
    }

    /**
     * Counts lines of which only the number is known, after some of their kind were added one by one.
     */
    public synchronized void addUnlisted(long lines) {
        total += lines;
    }

    private synchronized void keep(RejectedLine rejected) {
        total++;
        if (first.size() < LISTED) {
            first.add(rejected);
        }
    }

    /** All lines left out so far. */
    public synchronized long total() {
        return total;
    }

    /** The first {@value #LISTED} of them, in the order of reading. */
    public synchronized List<RejectedLine> listed() {
        return List.copyOf(first);
    }
}
