package dev.marquee.common.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The forms in which GroupLens has published MovieLens.
 */
public enum ReleaseFormat {
    /** {@code u.data}, {@code u.item}; whole stars 1 to 5. */
    ML_100K("MovieLens 100K", Delimiter.TAB, StandardCharsets.ISO_8859_1, false, false),
    /** {@code ratings.dat}, {@code movies.dat}; whole stars 1 to 5. */
    ML_1M("MovieLens 1M", Delimiter.DOUBLE_COLON, StandardCharsets.ISO_8859_1, false, false),
    /** The same files, with half stars 0.5 to 5, tags, and in UTF-8. */
    ML_10M("MovieLens 10M", Delimiter.DOUBLE_COLON, StandardCharsets.UTF_8, false, true),
    /** {@code ratings.csv}, {@code movies.csv} …: latest-small, 20M, 25M, 32M; half stars 0.5 to 5. */
    CSV("MovieLens CSV", Delimiter.COMMA, StandardCharsets.UTF_8, true, true);

    private final String title;
    private final Delimiter delimiter;
    private final Charset charset;
    private final boolean header;
    private final boolean halfStars;

    ReleaseFormat(String title, Delimiter delimiter, Charset charset, boolean header, boolean halfStars) {
        this.title = title;
        this.delimiter = delimiter;
        this.charset = charset;
        this.header = header;
        this.halfStars = halfStars;
    }

    /** Name for people. */
    public String title() {
        return title;
    }

    /** Between the fields of its ratings file. */
    public Delimiter delimiter() {
        return delimiter;
    }

    /** Encoding of all its files. */
    public Charset charset() {
        return charset;
    }

    /** Whether the first line of its files names the columns. */
    public boolean header() {
        return header;
    }

    /** Whether ratings may be half stars, from 0.5; else they are whole stars, from 1. */
    public boolean halfStars() {
        return halfStars;
    }
}
