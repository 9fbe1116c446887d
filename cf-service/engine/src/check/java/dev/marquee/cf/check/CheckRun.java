package dev.marquee.cf.check;

import dev.marquee.cf.check.StageProcess.Ending;
import dev.marquee.cf.check.report.Entry;
import dev.marquee.cf.check.report.Report;
import dev.marquee.cf.check.report.ResultFile;
import dev.marquee.cf.check.report.Status;
import dev.marquee.cf.check.stage.Conditions;
import dev.marquee.cf.check.stage.Stage;
import dev.marquee.cf.check.stage.Stages;
import dev.marquee.common.device.DeviceChoice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A whole check: its stages one after the other, within its time. Used once. */
final class CheckRun {
    static final int GOOD = 0;
    static final int BAD = 1;
    static final int NO_DEVICE = 3;
    /** Kept for the reports, and for a process that does not end at once. */
    private static final long RESERVE_MILLIS = 8_000;
    /** With less no stage is begun. */
    private static final long LEAST_MILLIS = 2_000;

    private final CheckOptions options;
    private final Processes processes;
    private final Console console = new Console();
    private final long start = System.nanoTime();
    private final Instant date = Instant.now();
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable DeviceChoice device;

    /** Where stages run. */
    interface Processes {
        /**
         * Runs a stage, which writes its entries itself.
         *
         * @param millis after which it is ended
         * @param meanwhile done now and then
         */
        Ending run(Stage stage, Conditions conditions, long millis, Runnable meanwhile);
    }

    CheckRun(CheckOptions options, Processes processes) {
        this.options = options;
        this.processes = processes;
    }

    /** Each stage in a Java of its own. */
    static CheckRun of(CheckOptions options) {
        return new CheckRun(options, (stage, conditions, millis, meanwhile) -> new StageProcess(stage,
                options.out, conditions, options.properties).run(millis, meanwhile));
    }

    /** @return the exit status */
    int run() {
        Stages.ALL.forEach(stage -> ResultFile.of(options.out, stage.name()).clear());
        run(Stages.MACHINE);
        entries.stream().filter(entry -> entry.part().equals(Stages.DEVICE) && entry.status() == Status.PASSED)
                .findFirst().ifPresent(entry -> device = DeviceChoice.parse(entry.text(Stages.CHOICE)));
        for (Stage stage : options.stages) {
            if (!stage.name().equals(Stages.MACHINE.name())) {
                run(stage);
            }
        }
        report(true);
        System.out
                .println("Reports: " + options.out.resolve(Report.MARKDOWN) + ", " + options.out.resolve(Report.JSON));
        boolean bad = entries.stream().anyMatch(entry -> entry.status().bad());
        return device == null && !deviceFailed() ? NO_DEVICE : bad ? BAD : GOOD;
    }

    private void report(boolean finished) {
        new Report(date, elapsed(), options.given(), finished, entries).write(options.out);
    }

    /** There may be one, which could not be opened. */
    private boolean deviceFailed() {
        return entries.stream().anyMatch(entry -> entry.stage().equals(Stages.MACHINE.name()) && entry.status().bad());
    }

    private void run(Stage stage) {
        ResultFile results = ResultFile.of(options.out, stage.name());
        String reason = reasonNotTo(stage);
        if (reason.isEmpty()) {
            System.out.println("== " + stage.title() + ", " + elapsed() + " s since the start");
            process(stage, results);
        } else {
            tell(results, new Entry(stage.name(), "all", Status.SKIPPED, reason));
        }
        entries.addAll(results.read());
        report(false);
    }

    private String reasonNotTo(Stage stage) {
        return millisLeft() < LEAST_MILLIS
                ? "no time left"
                : !stage.needsDevice() || device != null
                        ? ""
                        : deviceFailed() ? "the device could not be opened, see machine" : "there is no device";
    }

    /** Once more behind a part that ended the process, as long as parts get done. */
    private void process(Stage stage, ResultFile results) {
        Conditions conditions = options.conditions(device == null ? options.device() : device);
        // Who names stages wants to see those.
        long most = options.stages.size() < Stages.ALL.size() ? Long.MAX_VALUE : stage.seconds() * 1000L;
        long endAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.min(most, millisLeft()));
        Ending ending;
        int before;
        do {
            before = results.read().size();
            ending = processes.run(stage, conditions,
                    Math.max(1, TimeUnit.NANOSECONDS.toMillis(endAt - System.nanoTime())),
                    () -> console.show(results));
            closeBegun(results, ending);
        } while (!ending.good() && !ending.timedOut() && results.read().size() > before
                && endAt - System.nanoTime() > TimeUnit.MILLISECONDS.toNanos(LEAST_MILLIS));
        if (!ending.good() && results.read().size() == before) {
            tell(results, new Entry(stage.name(), "all", Status.UNFINISHED, ending.told()));
        }
    }

    private void closeBegun(ResultFile results, Ending ending) {
        for (Entry entry : results.read()) {
            if (entry.status() == Status.BEGUN) {
                tell(results, new Entry(entry.stage(), entry.part(), Status.UNFINISHED, ending.told()));
            }
        }
    }

    private void tell(ResultFile results, Entry entry) {
        results.append(entry);
        console.show(results);
    }

    private long elapsed() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }

    private long millisLeft() {
        return options.seconds * 1000L - RESERVE_MILLIS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
