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

    /**
     * @param fresh whether to forget what earlier starts stored
     * @param home where databases, logs and downloads are kept
     * @throws UsageError if another process uses the chosen folders
     */
    static DataChoice of(WantedData wanted, boolean fresh, Path home, Console console)
            throws IOException, InterruptedException {
        try {
            DataChoice choice = chosen(wanted, home, console);
            // Held until this process ends: what lies there is this start's alone.
            FolderLock.acquire(choice.state());
            if (fresh) {
                Folders.empty(choice.state());
            }
            return choice;
        } catch (FolderInUseException | UncheckedIOException e) {
            throw new UsageError(Causes.told(e));
        }
    }

    private static DataChoice chosen(WantedData wanted, Path home, Console console)
            throws IOException, InterruptedException {
        Optional<Path> folder = wanted.download().isPresent()
                ? Optional.of(downloaded(wanted.download().get(), home.resolve("downloads"), console))
                : wanted.folder();
        if (folder.isEmpty()) {
            return sample(home, console);
        }
        Path state = home.resolve(Folders.nameFor(folder.get(), wanted.imdb()));
        return new DataChoice(folder.get(), wanted.imdb(), state, false);
    }

    private static Path downloaded(Release release, Path downloads, Console console)
            throws IOException, InterruptedException {
        String name = release.id();
        Path folder = downloads.resolve(name);
        try (FolderLock alone = FolderLock.acquire(folder)) {
            Path archive = new Download(System.getProperty("marquee.download.base", GROUPLENS), console)
                    .fetch(release, downloads);
            Archive.unpack(archive, name, folder, console);
        }
        return folder;
    }

    private static DataChoice sample(Path home, Console console) throws IOException {
        Path folder = home.resolve("sample-data");
        try (FolderLock alone = FolderLock.acquire(folder)) {
            if (SampleData.writeTo(folder)) {
                console.say("Wrote the bundled sample (real films, generated ratings) to %s", folder);
            }
        }
        return new DataChoice(folder, Optional.of(folder), home.resolve("sample"), true);
    }
}
