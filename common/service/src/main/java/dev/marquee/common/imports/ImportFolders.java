package dev.marquee.common.imports;

import dev.marquee.common.error.InvalidRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Checks the folders of an import request before a job is made of it.
 */
@Singleton
class ImportFolders {
    private final ImportConfig config;

    ImportFolders(ImportConfig config) {
        this.config = config;
    }

    /**
     * @throws InvalidRequest naming the field
     */
    void check(ImportRequest request) {
        check("path", request.path());
        if (request.imdbPath() != null) {
            check("imdbPath", request.imdbPath());
        }
    }

    private void check(String field, String value) {
        if (value.isBlank()) {
            throw new InvalidRequest(field, "must not be blank");
        }
        Path folder = parse(field, value);
        if (!Files.isDirectory(folder)) {
            throw new InvalidRequest(field, "there is no folder " + folder + " on this service's file system");
        }
        if (!Files.isReadable(folder)) {
            throw new InvalidRequest(field, "the service may not read the folder " + folder);
        }
        if (config.root().isPresent() && !isBelow(folder, config.root().get())) {
            throw new InvalidRequest(field, "the folder " + folder + " is not below the one that imports are limited to"
                    + " (marquee.import.root)");
        }
    }

    private static Path parse(String field, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new InvalidRequest(field, "not a path: " + e.getReason());
        }
    }

    private static boolean isBelow(Path folder, Path root) {
        try {
            return folder.toRealPath().startsWith(root.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
