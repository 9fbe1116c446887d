package dev.marquee.launcher.run;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.ingest.FolderNames;
import dev.marquee.common.ingest.ImdbFiles;
import dev.marquee.launcher.cli.UsageError;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Says whether the options of {@code ./run} can be meant. The script compiles it by itself, before it builds what would
 * then not be started; therefore this class, and what it needs, uses nothing but the JDK.
 */
public final class OptionCheck {
    private OptionCheck() {}

    /** @param args options as the script found them: {@code --name=value}, or {@code --name} where there is no value */
    public static void main(String[] args) {
        try {
            Map<String, String> given = new HashMap<>();
            for (String word : args) {
                String[] parts = word.split("=", 2);
                if (given.put(parts[0], parts.length == 1 ? "" : parts[1]) != null) {
                    throw new UsageError(parts[0] + " is given twice.");
                }
            }
            requireData(RunOptions.of(given, Path.of(".")));
        } catch (UsageError e) {
            System.err.println("run: " + e.getMessage());
            System.exit(UsageError.EXIT);
        }
    }

    /**
     * @throws UsageError if the folder that {@code --data} names is no release, or that of {@code --imdb} cannot be
     *             used with it
     */
    static void requireData(RunOptions options) {
        requireThat("--data", options.data(), FolderNames::format);
        requireThat("--imdb", options.imdb(), ImdbFiles::requireIn);
        if (options.imdb().isPresent()) {
            requireThat("--imdb", options.data(), FolderNames::requireLinks);
        }
    }

    private static void requireThat(String option, Optional<Path> folder, Consumer<Path> check) {
        try {
            folder.ifPresent(check);
        } catch (DataRejected e) {
            throw new UsageError(option + ": " + e.getMessage());
        }
    }
}
