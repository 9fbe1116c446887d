package dev.marquee.launcher.run;

import dev.marquee.common.error.Causes;
import dev.marquee.common.postgres.FolderInUseException;
import dev.marquee.common.postgres.FolderLock;
import dev.marquee.launcher.cli.UsageError;
import dev.marquee.launcher.sample.SampleData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which data serve, and where their databases are kept. Each choice of data has a folder of its own, so that changing
 * between them costs nothing and mixes nothing.
 *
 * @param folder with a MovieLens release
 * @param imdb with IMDb's files
 * @param state for databases and logs
 * @param sample whether these are the bundled sample's generated ratings
 */
record DataChoice(Path folder, Optional<Path> imdb, Path state, boolean sample) {
    private static final String GROUPLENS = "https://files.grouplens.org/datasets/movielens/";

    /** @throws UsageError if another process uses the chosen folders */
    static DataChoice of(RunOptions options, Console console) throws IOException, InterruptedException {
        try {
            return locked(options, console);
        } catch (FolderInUseException | UncheckedIOException e) {
            throw new UsageError(Causes.told(e));
        }
    }

    private static DataChoice locked(RunOptions options, Console console) throws IOException, InterruptedException {
        DataChoice choice = chosen(options, console);
        // Held until this process ends: what lies there is this start's alone.
        FolderLock.acquire(choice.state());
        if (options.fresh()) {
            Folders.empty(choice.state());
        }
        return choice;
    }

    private static DataChoice chosen(RunOptions options, Console console) throws IOException, InterruptedException {
        if (options.download().isPresent()) {
            return downloaded(options.download().get(), options, console);
        }
        return options.data().isPresent() ? given(options.data().get(), options) : sample(options, console);
    }

    private static DataChoice given(Path data, RunOptions options) throws IOException {
        Path state = options.stateFolder().resolve(Folders.nameFor(data, options.imdb()));
        return new DataChoice(data, options.imdb(), state, false);
    }

    private static DataChoice downloaded(Release release, RunOptions options, Console console)
            throws IOException, InterruptedException {
        Path downloads = options.stateFolder().resolve("downloads");
        String name = release.id();
        Path folder = downloads.resolve(name);
        try (FolderLock alone = FolderLock.acquire(folder)) {
            Path archive = new Download(System.getProperty("marquee.download.base", GROUPLENS), console)
                    .fetch(release, downloads);
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
        return new DataChoice(folder, Optional.of(folder), options.stateFolder().resolve("sample"), true);
    }
}
