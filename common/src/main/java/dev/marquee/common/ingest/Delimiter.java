package dev.marquee.common.ingest;

/**
 * What separates the fields of a line.
 */
public enum Delimiter {
    /** RFC 4180: fields may be quoted, a quote inside is doubled. A line break inside a field is refused. */
    COMMA(',', "commas"),
    /** No quoting: MovieLens 100K ratings, IMDb. */
    TAB('\t', "tabs"),
    /** No quoting: MovieLens 100K movies. */
    PIPE('|', "bars (|)"),
    /** No quoting, two colons: MovieLens 1M and 10M. */
    DOUBLE_COLON(':', "two colons (::)");

    private final byte first;
    private final String title;

    Delimiter(char first, String title) {
        this.first = (byte) first;
        this.title = title;
    }

    /** Name for people, in the plural. */
    String title() {
        return title;
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
