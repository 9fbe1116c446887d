package dev.marquee.cf.check;

import dev.marquee.cf.check.report.ResultFile;
import dev.marquee.cf.check.stage.Conditions;
import dev.marquee.cf.check.stage.Stage;
import dev.marquee.cf.check.stage.StageRun;
import dev.marquee.cf.check.stage.Stages;
import dev.marquee.cf.check.stage.Watchdog;
import dev.marquee.common.device.DeviceChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One stage in its process. Started by {@link StageProcess}. */
final class StageMain {

    private StageMain() {}

    /** The words of {@link #main} for a stage. */
    static List<String> words(Stage stage, Path out, long millis, Conditions conditions) {
        return List.of(stage.name(), out.toString(), "" + millis, conditions.device().word(), "" + conditions.quick(),
                "" + conditions.ratings(), conditions.data().toString());
    }

    public static void main(String[] words) {
        Watchdog watchdog = Watchdog.ofThisProcess();
        Stage stage = Stages.named(words[0]).getFirst();
        Conditions conditions = new Conditions(DeviceChoice.parse(words[3]), Boolean.parseBoolean(words[4]),
                Integer.parseInt(words[5]), Path.of(words[6]));
        long endAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Long.parseLong(words[2]));
        stage.work().run(new StageRun(stage.name(), conditions, ResultFile.of(Path.of(words[1]), stage.name()),
                watchdog, endAt));
        System.out.flush();
        // A driver may have threads that stay, and handlers that crash at an ordinary end.
        Runtime.getRuntime().halt(0);
    }
}
