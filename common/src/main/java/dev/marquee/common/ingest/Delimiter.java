package dev.marquee.common.ingest;

/**
 * What separates the fields of a line.
 */
public enum Delimiter {
    /** RFC 4180: fields may be quoted, a quote inside is doubled. A line break inside a field is refused. */
    COMMA(','),
    /** No quoting: MovieLens 100K ratings, IMDb. */
    TAB('\t'),
    /** No quoting: MovieLens 100K movies. */
    PIPE('|'),
    /** No quoting, two colons: MovieLens 1M and 10M. */
    DOUBLE_COLON(':');

    private final byte first;

    Delimiter(char first) {
        this.first = (byte) first;
    }

    /** Length in bytes; all of them are the same character. */
    int length() {
        return this == DOUBLE_COLON ? 2 : 1;
    }

    boolean quotes() {
        return this == COMMA;
    }

    boolean at(byte[] bytes, int position, int end) {
        return bytes[position] == first
                && (this != DOUBLE_COLON || (position + 1 < end && bytes[position + 1] == first));
    }
}
