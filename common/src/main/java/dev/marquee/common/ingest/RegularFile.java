package dev.marquee.common.ingest;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.io.IoReason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file with an end, read once and as it was when it was opened. A pipe, a socket or a device may have none: whoever
 * reads it waits for ever, so it is refused before it is opened. A link to a regular file is one. Not thread-safe.
 */
final class RegularFile implements Closeable {
    private final Path path;
    private final BasicFileAttributes opened;
    private final InputStream in;
    private long left;

    private RegularFile(Path path, BasicFileAttributes opened, InputStream in) {
        this.path = path;
        this.opened = opened;
        this.in = in;
        this.left = opened.size();
    }

    /**
     * @throws DataRejected if the file cannot be opened or is none
     */
    static RegularFile open(Path path) {
        BasicFileAttributes attributes = require(path);
        try {
            return new RegularFile(path, attributes, Files.newInputStream(path));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Looks whether something is a file with an end, without opening it.
     *
     * @return what the file system tells of it
     * @throws DataRejected saying what it is instead
     */
    private static BasicFileAttributes require(Path path) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        if (attributes.isRegularFile()) {
            return attributes;
        }
        throw new DataRejected("Cannot read " + path + ": it is "
                + (attributes.isDirectory() ? "a folder" : "a pipe, a socket or a device")
                + ", and only regular files are read. Put the file itself there.");
    }

    static DataRejected unreadable(Path path, IOException e) {
        String why = switch (e) {
            case AccessDeniedException denied -> "the service may not read it. Check its permissions";
            case NoSuchFileException gone -> Files.isSymbolicLink(path)
                    ? "it is a link to what does not exist. Mend the link"
                    : "it does not exist";
            default -> IoReason.of(e) + ". Check that it may be read";
        };
        return new DataRejected("Cannot read " + path + ": " + why + ".", e);
    }

    /** Bytes of the file, as it was opened. */
    long size() {
        return opened.size();
    }

    /**
     * Reads some bytes, at most up to the end that the file had when it was opened.
     *
     * @return how many; -1 at the end
     * @throws DataRejected if the file has changed since it was opened, or cannot be read
     */
    int read(byte[] buffer, int offset, int length) {
        try {
            if (left == 0) {
                requireUnchanged();
                return -1;
            }
            int count = in.read(buffer, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw changed("it has become shorter");
            }
            left -= count;
            return count;
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private void requireUnchanged() throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        if (now.size() != opened.size()) {
            throw changed("it had " + opened.size() + " bytes and has " + now.size());
        }
        if (!now.lastModifiedTime().equals(opened.lastModifiedTime())) {
            throw changed("it was written at " + now.lastModifiedTime());
        }
    }

    private DataRejected changed(String how) {
        return new DataRejected(
                path + " changed while it was read: " + how + ". Nothing was imported; import again when"
                        + " nothing writes to it.");
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // It was only read; whatever went wrong before is what is to be told.
        }
    }
}
