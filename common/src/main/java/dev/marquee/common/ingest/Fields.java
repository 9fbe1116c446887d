package dev.marquee.common.ingest;

import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * The fields of one line, split in place. Text is decoded only when asked for. Not thread-safe; reused for every line.
 */
public final class Fields {
    private final Delimiter delimiter;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private boolean[] escaped = new boolean[32];
    private int[] columns;
    private LineReader line;
    private byte[] bytes;
    private Charset charset;
    private int count;

    @SuppressWarnings("NullAway.Init") // columns and split come first
    Fields(Delimiter delimiter) {
        this.delimiter = delimiter;
    }

    /** From now on field {@code i} is the one at {@code positions[i]} of the line. */
    void columns(int[] positions) {
        this.columns = positions;
    }

    /** Splits the reader's current line as far as it goes. */
    void splitDamaged(LineReader line) {
        try {
            split(line);
        } catch (LineFault fault) {
            // What stands before the damage is what there is.
        }
    }

    /** Splits the reader's current line. */
    void split(LineReader line) throws LineFault {
        this.line = line;
        bytes = line.buffer();
        charset = line.charset();
        count = 0;
        int end = line.end();
        int at = line.start();
        while (true) {
            at = oneField(at, end);
            if (at >= end) {
                break;
            }
            at += delimiter.length();
        }
    }

    /** Reads one field; returns the position of the delimiter behind it, or past the end for the last field. */
    private int oneField(int from, int end) throws LineFault {
        if (delimiter.quotes() && from < end && bytes[from] == '"') {
            return quotedField(from + 1, end);
        }
        int at = from;
        while (at < end && !delimiter.at(bytes, at, end)) {
            at++;
        }
        add(from, at, false);
        // A delimiter as the line's last byte has one more, empty field behind it.
        if (at < end && at + delimiter.length() == end) {
            add(end, end, false);
            return end;
        }
        return at;
    }

    private int quotedField(int from, int end) throws LineFault {
        boolean doubled = false;
        int at = from;
        while (at < end && (bytes[at] != '"' || (at + 1 < end && bytes[at + 1] == '"'))) {
            boolean pair = bytes[at] == '"';
            doubled |= pair;
            at += pair ? 2 : 1;
        }
        if (at >= end) {
            throw new LineFault("a quoted field is not closed in this line (line breaks inside a field are not read)");
        }
        add(from, at, doubled);
        int behind = at + 1;
        if (behind < end && bytes[behind] != ',') {
            throw new LineFault("there is text between a closing quote and the next comma");
        }
        if (behind + 1 == end) {
            add(end, end, false);
            return end;
        }
        return behind;
    }

    private void add(int from, int to, boolean hasEscapes) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            escaped = Arrays.copyOf(escaped, 2 * count);
        }
        starts[count] = from;
        ends[count] = to;
        escaped[count++] = hasEscapes;
    }

    private int position(int field) {
        return columns == null ? field : columns[field];
    }

    /** How many fields the line has. */
    int count() {
        return count;
    }

    /** The line that was split; it moves on with the next one. */
    public LineReader line() {
        return line;
    }

    /** The bytes among which the fields lie; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Position of the field's first byte in {@link #bytes()}. */
    public int start(int field) {
        return starts[position(field)];
    }

    /** Position after the field's last byte in {@link #bytes()}. */
    public int end(int field) {
        return ends[position(field)];
    }

    /** The field as text, without surrounding blanks. */
    public String text(int field) {
        int i = position(field);
        String text = new String(bytes, starts[i], ends[i] - starts[i], charset);
        return (escaped[i] ? text.replace("\"\"", "\"") : text).strip();
    }

    public boolean isEmpty(int field) {
        return text(field).isEmpty();
    }

    /**
     * The field as an id.
     *
     * @param name of the column, for the message
     * @return 1 or more
     * @throws LineFault if it is something else
     */
    public long id(int field, String name) throws LineFault {
        int i = position(field);
        long id = Digits.parse(bytes, starts[i], ends[i]);
        if (id < 1) {
            throw new LineFault(name + " must be a whole number from 1 on, is '" + text(field) + "'");
        }
        return id;
    }

    /**
     * The field as an id, where the line is of no use otherwise.
     *
     * @return the id, or 0 where the line has none there
     */
    public long idIfAny(int field) {
        int i = position(field);
        return i < count ? Math.max(0, Digits.parse(bytes, starts[i], ends[i])) : 0;
    }

    /**
     * The digits behind a prefix, such as 114709 of {@code tt0114709}.
     *
     * @return the number, or -1 where the field is not the prefix and digits
     */
    public long prefixedNumber(int field, String prefix) {
        int i = position(field);
        int from = starts[i] + prefix.length();
        if (from >= ends[i]) {
            return -1;
        }
        for (int k = 0; k < prefix.length(); k++) {
            if (bytes[starts[i] + k] != prefix.charAt(k)) {
                return -1;
            }
        }
        return Digits.parse(bytes, from, ends[i]);
    }
}
