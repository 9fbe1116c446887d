package dev.marquee.launcher.run;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.ingest.FolderNames;
import dev.marquee.common.ingest.ImdbFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Says whether the options of {@code ./run} can be meant. The script compiles it by itself, before it builds what would then not be
 * started; therefore this class, and what it needs, uses nothing but the JDK.
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
     * @throws UsageError if the folder that {@code --data} names is no release, or that of {@code --imdb} cannot be used with it
     */
    static void requireData(RunOptions options) {
        requireThat("--data", options.data(), FolderNames::release);
        requireThat("--imdb", options.imdb(), ImdbFiles::requireIn);
        if (options.imdb() != null) {
            requireThat("--imdb", options.data(), FolderNames::requireLinks);
        }
    }

    private static void requireThat(String option, Path folder, Consumer<Path> check) {
        if (folder == null) {
            return;
        }
        try {
            check.accept(folder);
        } catch (DataRejected e) {
            throw new UsageError(option + ": " + e.getMessage());
        }
    }
}
