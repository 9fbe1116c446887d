package dev.marquee.common.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The real data sets, which may not be distributed with the sources. They are looked for in the folder that the
 * environment variable {@code MOVIE_DATA} names, else in {@code ../shared/data} beside the repository.
 */
public final class MovieData {
    private MovieData() {}

    /**
     * The folder of a data set such as {@code ml-100k}; where it is absent the calling test is skipped with a message.
     */
    public static Path folder(String name) {
        String given = System.getenv("MOVIE_DATA");
        // Maven runs the tests in the module's folder, an IDE perhaps in the repository's.
        Path base = given != null
                ? Path.of(given)
                : Files.isDirectory(Path.of("../shared/data"))
                        ? Path.of("../shared/data")
                        : Path.of("../../shared/data");
        Path folder = base.resolve(name).toAbsolutePath().normalize();
        Assumptions.assumeTrue(Files.isDirectory(folder),
                "needs the data set " + name + " in " + base + "; set MOVIE_DATA to the folder that holds it");
        return folder;
    }
}
