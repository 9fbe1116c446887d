package dev.marquee.launcher.run;

import dev.marquee.launcher.cli.UsageError;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Folders as a person names them.
 */
final class Folder {
    private Folder() {}

    /**
     * @param option where it was named
     * @throws UsageError if it cannot be the name of a folder here
     */
    static Path named(String option, String name) {
        try {
            return Path.of(name).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new UsageError(
                    option + ": " + name + " cannot be a path under the locale that is set (" + e.getReason()
                            + "). Set LC_ALL to a UTF-8 locale that exists here, such as C.UTF-8.");
        }
    }
}
