package dev.marquee.common.ingest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Tells 1M from 10M, whose files have the same names and form, by the movies file: 1M has the genre Children's, which
 * 10M calls Children, and letters in ISO-8859-1, where 10M has UTF-8. Where nothing tells, it is 10M, whose scale has
 * that of 1M in it.
 */
final class DatFormat {
    private static final Pattern GENRES_1M = Pattern.compile("(^|\\|)Children's(\\||$)");
    private static final Pattern GENRES_10M = Pattern.compile("(^|\\|)(Children|IMAX|\\(no genres listed\\))(\\||$)");

    private DatFormat() {}

    /**
     * @param movies the movies file
     */
    static ReleaseFormat of(Path movies) {
        long votes = votesOfGenres(movies);
        if (votes != 0) {
            return votes > 0 ? ReleaseFormat.ML_1M : ReleaseFormat.ML_10M;
        }
        boolean like1M = Encoding.of(movies, ReleaseFormat.ML_10M.charset()).charset()
                .equals(ReleaseFormat.ML_1M.charset());
        return like1M ? ReleaseFormat.ML_1M : ReleaseFormat.ML_10M;
    }

    /** Each line with a genre that only one of them has counts: for 1M if positive. */
    private static long votesOfGenres(Path movies) {
        long votes = 0;
        try (LineReader lines = new LineReader(movies, StandardCharsets.ISO_8859_1, IngestProgress.NONE)) {
            while (lines.next()) {
                String line = lines.text();
                String genres = line.substring(line.lastIndexOf(':') + 1);
                votes += GENRES_1M.matcher(genres).find() ? 1 : 0;
                votes -= GENRES_10M.matcher(genres).find() ? 1 : 0;
            }
        }
        return votes;
    }
}
