package dev.marquee.common.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process off a folder. The operating system releases it when the process ends, however it ends. The
 * file lies beside the folder, holds the id of the process, and is never deleted: whoever waits for it would then lock
 * a file that nobody else sees.
 */
public final class FolderLock implements AutoCloseable {
    /** How the files are named, after their folder. */
    public static final String SUFFIX = ".lock";

    /**
     * What this process holds. A second channel on such a file must not even be opened: closing it would release the
     * lock of the first. It also keeps the channels, which would be closed when nobody refers to them.
     */
    private static final Map<Path, FolderLock> HELD = new ConcurrentHashMap<>();

    private final Path file;
    /** {@code null} until it is opened. */
    private @Nullable FileChannel channel;

    private FolderLock(Path file) {
        this.file = file;
    }

    /**
     * Locks a folder, which need not exist.
     *
     * @throws FolderInUseException if it is locked already
     */
    public static FolderLock acquire(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            Path real = real(absolute);
            return acquireFile(real.resolveSibling(real.getFileName() + SUFFIX), absolute);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock the folder " + absolute + ": " + e, e);
        }
    }

    /** A folder that is reached by two ways has one lock. */
    private static Path real(Path folder) throws IOException {
        return Files.exists(folder)
                ? folder.toRealPath()
                : Files.createDirectories(folder.getParent()).toRealPath().resolve(folder.getFileName());
    }

    private static FolderLock acquireFile(Path file, Path folder) throws IOException {
        FolderLock lock = new FolderLock(file);
        if (HELD.putIfAbsent(file, lock) != null) {
            throw new FolderInUseException(folder, ProcessHandle.current().pid());
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            lock.channel = channel;
            if (!isFree(channel)) {
                long holder = readHolder(channel);
                lock.close();
                throw new FolderInUseException(folder, holder);
            }
            writeHolder(channel);
            return lock;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false; // by a copy of this class, as in dev mode
        }
    }

    private static long readHolder(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        try {
            return Long.parseLong(new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip());
        } catch (NumberFormatException e) {
            return FolderInUseException.UNKNOWN;
        }
    }

    private static void writeHolder(FileChannel channel) throws IOException {
        channel.truncate(0);
        String id = ProcessHandle.current().pid() + "\n";
        channel.write(ByteBuffer.wrap(id.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(file, this);
        }
    }
}
