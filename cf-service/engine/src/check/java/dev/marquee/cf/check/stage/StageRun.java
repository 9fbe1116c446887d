package dev.marquee.cf.check.stage;

import dev.marquee.cf.check.report.Entry;
import dev.marquee.cf.check.report.ResultFile;
import dev.marquee.cf.check.report.Status;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * A stage while it runs: its parts one after the other, each with its own time limit, each written as soon as it is
 * done. Where a part ends the process, the stage is started again and goes on behind that part: what has begun is not
 * tried a second time.
 */
public final class StageRun {
    private static final int LONGEST_WORDS = 1500;
    /** A part with less time is not begun. */
    private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** The share of its limit after which a part should come to its end by itself. */
    private static final double SOFT = 0.7;

    private final String stage;
    private final Conditions conditions;
    private final ResultFile results;
    private final Watchdog watchdog;
    private final long endAt;
    private final Set<String> begun = new HashSet<>();

    /** @param endAt when the process is ended, by {@link System#nanoTime} */
    public StageRun(String stage, Conditions conditions, ResultFile results, Watchdog watchdog, long endAt) {
        this.stage = stage;
        this.conditions = conditions;
        this.results = results;
        this.watchdog = watchdog;
        this.endAt = endAt;
        results.read().forEach(entry -> begun.add(entry.part()));
    }

    Conditions conditions() {
        return conditions;
    }

    /** Whether a part would be run now; to save what is only needed for it. */
    boolean wants(String name) {
        return !begun.contains(name);
    }

    /** Runs a part, unless that has begun before. */
    void part(String name, int seconds, Part.Work work) {
        if (!begun.add(name)) {
            return;
        }
        long start = System.nanoTime();
        long limit = Math.min(TimeUnit.SECONDS.toNanos(seconds), endAt - start);
        if (limit < LEAST_NANOS) {
            results.append(new Entry(stage, name, Status.SKIPPED, "no time left"));
            return;
        }
        results.append(new Entry(stage, name, Status.BEGUN, ""));
        watchdog.arm(start + limit, () -> results.append(new Entry(stage, name, Status.UNFINISHED,
                Figures.seconds(start), "it was ended at its time limit", Map.of())));
        Part part = new Part(start + (long) (SOFT * limit));
        Status status = outcome(part, work);
        watchdog.disarm();
        results.append(new Entry(stage, name, status, Figures.seconds(start), part.words(), part.facts()));
    }

    private static Status outcome(Part part, Part.Work work) {
        try {
            work.run(part);
            return Status.PASSED;
        } catch (Part.Skipped e) {
            part.say("%s", e.getMessage());
            return Status.SKIPPED;
        } catch (Throwable e) {
            e.printStackTrace();
            part.say("%s", told(e));
            return Status.FAILED;
        }
    }

    /** Says why a part is not tried. */
    void skip(String name, String why) {
        if (begun.add(name)) {
            results.append(new Entry(stage, name, Status.SKIPPED, why));
        }
    }

    /** What went wrong: in the driver's words where it is a driver's error. */
    private static String told(Throwable thrown) {
        if (thrown instanceof CancellationException) {
            return "it was stopped near its time limit";
        }
        String message = String.valueOf(thrown.getMessage());
        boolean plain = thrown instanceof AssertionError || thrown.getClass().getName().startsWith("dev.marquee.");
        String words = plain ? message : thrown.getClass().getName() + ": " + message;
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + " ...";
    }
}
