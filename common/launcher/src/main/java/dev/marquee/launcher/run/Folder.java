package dev.marquee.launcher.run;

import dev.marquee.common.error.InvalidRequest;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Folders as a person names them.
 */
final class Folder {
    private Folder() {}

    /**
     * @param where it was named
     * @throws InvalidRequest if it cannot be the name of a folder here
     */
    static Path named(String where, String name) {
        try {
            return Path.of(name).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new InvalidRequest(where, name + " cannot be a path under the locale that is set (" + e.getReason()
                    + "). Set LC_ALL to a UTF-8 locale that exists here, such as C.UTF-8.");
        }
    }

    /** @throws InvalidRequest if there is none of that name */
    static Path existing(String name) {
        Path folder = named("folder", name);
        if (name.isEmpty() || !Files.isDirectory(folder)) {
            throw new InvalidRequest("folder", "there is no folder " + folder + ".");
        }
        return folder;
    }
}
