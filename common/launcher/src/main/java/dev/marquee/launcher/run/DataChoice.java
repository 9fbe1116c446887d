package dev.marquee.launcher.run;

import dev.marquee.common.postgres.FolderInUseException;
import dev.marquee.common.postgres.FolderLock;
import dev.marquee.launcher.cli.UsageError;
import dev.marquee.launcher.sample.SampleData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Which data serve, and where their databases are kept. Each choice of data has a folder of its own, so that changing
 * between them costs nothing and mixes nothing.
 *
 * @param folder with a MovieLens release
 * @param imdb with IMDb's files, or {@code null}
 * @param state for databases and logs
 * @param sample whether these are the bundled sample's generated ratings
 */
record DataChoice(Path folder, Path imdb, Path state, boolean sample) {
    private static final String GROUPLENS = "https://files.grouplens.org/datasets/movielens/";

    /** @throws UsageError if another process uses the chosen folders */
    static DataChoice of(RunOptions options, Console console) throws IOException, InterruptedException {
        try {
            return locked(options, console);
        } catch (FolderInUseException | UncheckedIOException e) {
            throw new UsageError(e.getMessage());
        }
    }

    private static DataChoice locked(RunOptions options, Console console) throws IOException, InterruptedException {
        DataChoice choice = options.download() != null
                ? downloaded(options, console)
                : options.data() != null ? given(options) : sample(options, console);
        // Held until this process ends: what lies there is this start's alone.
        FolderLock.acquire(choice.state());
        if (options.fresh()) {
            Folders.empty(choice.state());
        }
        return choice;
    }

    private static DataChoice given(RunOptions options) throws IOException {
        Path state = options.stateFolder().resolve(Folders.nameFor(options.data(), options.imdb()));
        return new DataChoice(options.data(), options.imdb(), state, false);
    }

    private static DataChoice downloaded(RunOptions options, Console console) throws IOException, InterruptedException {
        Path downloads = options.stateFolder().resolve("downloads");
        String name = options.download().id();
        Path folder = downloads.resolve(name);
        try (FolderLock alone = FolderLock.acquire(folder)) {
            Path archive = new Download(System.getProperty("marquee.download.base", GROUPLENS), console)
                    .fetch(options.download(), downloads);
            Archive.unpack(archive, name, folder, console);
        }
        return new DataChoice(folder, options.imdb(),
                options.stateFolder().resolve(Folders.nameFor(folder, options.imdb())), false);
    }

    private static DataChoice sample(RunOptions options, Console console) throws IOException {
        Path folder = options.stateFolder().resolve("sample-data");
        try (FolderLock alone = FolderLock.acquire(folder)) {
            if (SampleData.writeTo(folder)) {
                console.say("Wrote the bundled sample (real films, generated ratings) to %s", folder);
            }
        }
        return new DataChoice(folder, folder, options.stateFolder().resolve("sample"), true);
    }
}
