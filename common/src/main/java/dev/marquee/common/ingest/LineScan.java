package dev.marquee.common.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ends of lines eight bytes at a time and notes on the way whether a line holds anything but ASCII, so that
 * only such lines are looked at byte by byte.
 */
final class LineScan {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long NEWLINES = '\n' * ONES;

    static final String NOT_UTF8 = "not valid UTF-8";

    private final byte[] bytes;
    /** High bit set in any byte: the bytes scanned since {@link #begin()} hold a non-ASCII or NUL byte, perhaps. */
    private long suspicious;

    LineScan(byte[] bytes) {
        this.bytes = bytes;
    }

    void begin() {
        suspicious = 0;
    }

    /**
     * @return position of the first LF, or -1
     */
    int newline(int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long word = (long) WORD.get(bytes, i);
            long zeroAtNewline = word ^ NEWLINES;
            long found = (zeroAtNewline - ONES) & ~zeroAtNewline & HIGH;
            // Bytes after the newline are looked at too: a needless closer look now and then costs nothing.
            suspicious |= (word | (word - ONES)) & HIGH;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
            suspicious |= bytes[i] <= 0 ? HIGH : 0;
        }
        return -1;
    }

    /**
     * @return what makes the line between the positions unusable, or {@code null}
     */
    @Nullable
    String fault(int from, int to, Charset charset) {
        if (suspicious == 0) {
            return null;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] == 0) {
                return "byte " + (i - from + 1) + " of the line is NUL: not a text file, or a damaged one";
            }
        }
        int invalid = charset.equals(StandardCharsets.UTF_8) ? Utf8.firstInvalid(bytes, from, to) : -1;
        return invalid < 0
                ? null
                : String.format(Locale.ROOT, "%s: byte %d of the line is 0x%02X", NOT_UTF8, invalid - from + 1,
                        bytes[invalid]);
    }
}
