package dev.marquee.common.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * In which encoding a file is really written. The old releases, whose files have no header, were published in
 * ISO-8859-1 and in UTF-8, and are passed on in either. Their bytes tell: in a text that is not all ASCII, letters of
 * ISO-8859-1 are hardly ever valid UTF-8. Each line with such letters has a vote; where there is none, both encodings
 * read the same.
 *
 * <p>
 * Files with a header are UTF-8; a line that is not is left out and named.
 *
 * @param file that was looked at
 * @param charset to read it in
 * @param published in which the release was published
 */
record Encoding(Path file, Charset charset, Charset published) {
    /**
     * Titles and tags of the largest old release take 4 MB; a ratings file is all ASCII, and need not be read twice.
     */
    private static final long MOST_BYTES = 16L << 20;

    static Encoding of(TextTable table) {
        return table.header()
                ? new Encoding(table.path(), table.charset(), table.charset())
                : of(table.path(), table.charset());
    }

    static Encoding of(Path file, Charset published) {
        long utf8 = 0;
        long other = 0;
        long bytes = 0;
        try (LineReader lines = new LineReader(file, StandardCharsets.UTF_8, IngestProgress.NONE)) {
            while (bytes < MOST_BYTES && lines.next()) {
                bytes += lines.end() - lines.start();
                if (Utf8.firstInvalid(lines.buffer(), lines.start(), lines.end()) >= 0) {
                    other++;
                } else if (!isAscii(lines)) {
                    utf8++;
                }
            }
        }
        Charset charset = utf8 == other
                ? published
                : utf8 > other ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return new Encoding(file, charset, published);
    }

    private static boolean isAscii(LineReader lines) {
        for (int i = lines.start(); i < lines.end(); i++) {
            if (lines.buffer()[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Says so where the file is in another encoding than its release. */
    void tell(Rejections rejections) {
        if (!charset.equals(published)) {
            rejections.note(file.getFileName() + " is in " + charset + ", not in " + published
                    + " as it was published; it was read as " + charset + ".");
        }
    }
}
