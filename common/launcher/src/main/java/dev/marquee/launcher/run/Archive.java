package dev.marquee.launcher.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks a release's archive.
 */
final class Archive {
    private Archive() {}

    /**
     * Unpacks into a folder that appears only when it is complete.
     *
     * @param inner the folder within the archive whose files are wanted
     * @return the folder
     */
    static Path unpack(Path archive, String inner, Path target, Console console) throws IOException {
        if (Files.isDirectory(target)) {
            return target;
        }
        console.say("Unpacking %s", archive.getFileName());
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        Folders.delete(unfinished);
        Files.createDirectories(unfinished);
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.isDirectory() || !entry.getName().startsWith(inner + "/")) {
                    continue;
                }
                // Only the file's own name is used, so no entry can lead out of the folder.
                Path file = unfinished.resolve(Path.of(entry.getName()).getFileName().toString());
                console.progress(file.getFileName().toString());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        return target;
    }
}
