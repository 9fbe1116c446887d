package dev.marquee.common.ingest;

import dev.marquee.common.error.DataRejected;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text file line by line as bytes, in constant memory and without an object for each line.
 *
 * <p>
 * Lines end with LF or CR LF; the last one may lack its end. Blank lines are passed over but counted. A byte order mark
 * is passed over. A line that is too long, is not valid in the file's encoding or holds a NUL byte is delivered with a
 * {@link #fault()}. A file that changes while it is read is refused. Progress is told, and a cancellation obeyed, with
 * each block read. Not thread-safe.
 */
public final class LineReader implements AutoCloseable {
    /** The longest line that is read; the longest of the public data sets is a hundredth of it. */
    public static final int MAX_LINE = 1 << 20;
    private static final int BLOCK = 1 << 20;

    private final Path path;
    private final Charset charset;
    private final IngestProgress progress;
    private final RegularFile in;
    private final byte[] buffer = new byte[MAX_LINE + BLOCK];
    private final LineScan scan = new LineScan(buffer);
    private int limit;
    private int next;
    private int start;
    private int end;
    private long line;
    private long bytesRead;
    private boolean tooLong;
    private @Nullable String fault;

    /**
     * @throws DataRejected if the file cannot be opened, is no regular file or no text file
     */
    public LineReader(Path path, Charset charset, IngestProgress progress) {
        this.path = path;
        this.charset = charset;
        this.progress = progress;
        this.in = RegularFile.open(path);
        boolean begun = false;
        try {
            fill();
            next = FileStart.textStart(path, buffer, limit);
            begun = true;
        } finally {
            if (!begun) {
                in.close();
            }
        }
    }

    /**
     * Goes to the next line that is not blank.
     *
     * @return whether there is one
     * @throws CancellationException if the progress asks to stop
     */
    public boolean next() {
        do {
            if (!advance()) {
                return false;
            }
        } while (start == end && !tooLong);
        fault = tooLong ? "the line is longer than " + MAX_LINE + " bytes" : scan.fault(start, end, charset);
        return true;
    }

    private boolean advance() {
        tooLong = false;
        scan.begin();
        start = next;
        int newline = scan.newline(next, limit);
        while (newline < 0) {
            keepTail();
            int before = limit;
            if (!fill()) {
                return lastLine();
            }
            newline = scan.newline(before, limit);
        }
        line++;
        next = newline + 1;
        end = newline > start && buffer[newline - 1] == '\r' ? newline - 1 : newline;
        tooLong |= end - start > MAX_LINE;
        return true;
    }

    private boolean lastLine() {
        next = limit;
        end = limit;
        if (start < limit) {
            line++;
            end -= buffer[end - 1] == '\r' ? 1 : 0;
        }
        return start < limit;
    }

    /** Moves the unfinished line to the buffer's start; of one that is too long only the beginning is kept. */
    private void keepTail() {
        int length = limit - start;
        if (length > MAX_LINE) {
            tooLong = true;
            length = RejectedLine.MAX_TEXT;
        }
        System.arraycopy(buffer, start, buffer, 0, length);
        start = 0;
        limit = length;
    }

    private boolean fill() {
        if (progress.cancelled()) {
            throw new CancellationException("Cancelled while reading " + path.getFileName());
        }
        int count = Math.max(in.read(buffer, limit, BLOCK), 0);
        bytesRead += count;
        limit += count;
        progress.report(file(), line, bytesRead, in.size());
        return count > 0;
    }

    /** The file's name without its folder. */
    public String file() {
        return path.getFileName().toString();
    }

    public Charset charset() {
        return charset;
    }

    /** Number of the current line, from 1. */
    public long line() {
        return line;
    }

    /** Why the current line must not be used, or {@code null}. */
    public @Nullable String fault() {
        return fault;
    }

    /** Whether the current line must not be used because it is not in the encoding in which it is read. */
    boolean notUtf8() {
        return fault != null && fault.startsWith(LineScan.NOT_UTF8);
    }

    /** The bytes among which the current line lies; valid until the next call of {@link #next()}; not to be changed. */
    public byte[] buffer() {
        return buffer;
    }

    /** Position of the line's first byte. */
    public int start() {
        return start;
    }

    /** Position after the line's last byte, its end-of-line left out. */
    public int end() {
        return end;
    }

    /** The line's beginning as text to show; bytes that are not valid are replaced. */
    public String text() {
        int shown = Math.min(end - start, 4 * RejectedLine.MAX_TEXT);
        return new String(buffer, start, shown, fault == null ? charset : StandardCharsets.UTF_8);
    }

    /** Leaves the current line out. */
    public void reject(Rejections rejections, String reason) {
        rejections.add(file(), line, reason, text());
    }

    @Override
    public void close() {
        in.close();
    }
}
