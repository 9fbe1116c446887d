package dev.marquee.cf.check;

import dev.marquee.cf.check.report.Entry;
import dev.marquee.cf.check.report.ResultFile;
import dev.marquee.cf.check.report.Status;
import java.util.HashSet;
import java.util.Set;

/** Shows entries as they come. What stages print themselves goes to their logs: a crash says a lot. */
final class Console {
    private final Set<String> shown = new HashSet<>();

    /** Shows what was not shown yet. */
    void show(ResultFile results) {
        for (Entry entry : results.read()) {
            if (entry.status() != Status.BEGUN && shown.add(entry.stage() + "/" + entry.part())) {
                System.out.println(entry.line());
            }
        }
    }
}
