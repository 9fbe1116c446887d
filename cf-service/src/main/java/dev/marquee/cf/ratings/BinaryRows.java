package dev.marquee.cf.ratings;

import dev.marquee.cf.ingest.RatingConsumer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

// @formatter:off
/**
 * Rows of the table {@code rating} in the binary format of PostgreSQL's COPY, both ways. All numbers are big-endian.
 *
 * <table>
 * <caption>Format</caption>
 * <tr><td>header</td><td>11 bytes signature {@code PGCOPY\n\377\r\n\0}, int32 flags 0, int32 extension length 0</td></tr>
 * <tr><td>row</td><td>int16 number of fields 4; then for each field int32 length (-1: null) and its bytes</td></tr>
 * <tr><td>fields</td><td>int64 user_id, int64 movie_id, float32 rating, int64 rated_at in microseconds since
 * 2000-01-01</td></tr>
 * <tr><td>end</td><td>int16 -1</td></tr>
 * </table>
 */
// @formatter:on
final class BinaryRows {
    /** The columns in the order of the fields. */
    static final String COLUMNS = "(user_id, movie_id, rating, rated_at)";
    static final int LONGEST_ROW = 46;
    static final int HEADER = 19;
    static final int END_LENGTH = 2;

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final short FIELDS = 4;
    private static final short END = -1;
    private static final int NULL = -1;
    private static final long SECONDS_1970_TO_2000 = 946_684_800L;
    private static final long MICROS = 1_000_000L;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.BIG_ENDIAN);

    private BinaryRows() {}

    /** Writes the header to the array's start; returns the position behind it. */
    static int writeHeader(byte[] to) {
        System.arraycopy(SIGNATURE, 0, to, 0, SIGNATURE.length);
        LONG.set(to, SIGNATURE.length, 0L);
        return HEADER;
    }

    /** Writes the end mark; returns the position behind it. */
    static int writeEnd(byte[] to, int at) {
        SHORT.set(to, at, END);
        return at + END_LENGTH;
    }

    /**
     * Writes one row, at most {@value #LONGEST_ROW} bytes.
     *
     * @param epochSeconds 0 for unknown, which becomes null
     * @return the position behind it
     */
    static int write(byte[] to, int at, long userId, long movieId, float rating, long epochSeconds) {
        SHORT.set(to, at, FIELDS);
        INT.set(to, at + 2, Long.BYTES);
        LONG.set(to, at + 6, userId);
        INT.set(to, at + 14, Long.BYTES);
        LONG.set(to, at + 18, movieId);
        INT.set(to, at + 26, Float.BYTES);
        FLOAT.set(to, at + 30, rating);
        if (epochSeconds == 0) {
            INT.set(to, at + 34, NULL);
            return at + 38;
        }
        INT.set(to, at + 34, Long.BYTES);
        LONG.set(to, at + 38, (epochSeconds - SECONDS_1970_TO_2000) * MICROS);
        return at + LONGEST_ROW;
    }

    /**
     * Reads the rows of one message of the server. It sends whole rows: one in each message, behind the header in the
     * first.
     *
     * @param first whether the message begins with the header
     * @return number of rows
     */
    static int read(byte[] message, boolean first, RatingConsumer consumer) {
        int at = first ? HEADER : 0;
        int rows = 0;
        while (at < message.length && (short) SHORT.get(message, at) == FIELDS) {
            long seconds = 0;
            int end = at + 38;
            if ((int) INT.get(message, at + 34) != NULL) {
                seconds = Math.floorDiv((long) LONG.get(message, at + 38), MICROS) + SECONDS_1970_TO_2000;
                end = at + LONGEST_ROW;
            }
            consumer.accept((long) LONG.get(message, at + 6), (long) LONG.get(message, at + 18),
                    (float) FLOAT.get(message, at + 30), seconds);
            at = end;
            rows++;
        }
        if (at != message.length && (at + END_LENGTH != message.length || (short) SHORT.get(message, at) != END)) {
            throw new IllegalStateException("The server's COPY data are not in the expected format at byte " + at);
        }
        return rows;
    }
}
