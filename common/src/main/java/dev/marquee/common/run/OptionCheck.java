package dev.marquee.common.run;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.ingest.DatasetFolder;
import java.nio.file.Path;
import java.util.List;

/**
 * Says whether the options of {@code ./run} can be meant. The script runs it from its source file, before it builds what would
 * then not be started; therefore this class, and what it needs, uses nothing but the JDK.
 */
public final class OptionCheck {
    private OptionCheck() {}

    public static void main(String[] args) {
        try {
            requireData(RunOptions.parse(List.of(args), Path.of(".")));
        } catch (UsageError e) {
            System.err.println("run: " + e.getMessage());
            System.exit(UsageError.EXIT);
        }
    }

    /**
     * @throws UsageError if the folder that {@code --data} names is no release
     */
    static void requireData(RunOptions options) {
        if (options.data() != null) {
            requireRelease(options.data());
        }
    }

    private static void requireRelease(Path folder) {
        try {
            DatasetFolder.detect(folder);
        } catch (DataRejected e) {
            throw new UsageError("--data: " + e.getMessage());
        }
    }
}
