package dev.marquee.cf.ratings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of ratings are this package's: whoever else needs ratings asks {@link RatingStore}. */
class RatingTablesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/marquee/cf");
    private static final Path OURS = SOURCES.resolve("ratings");
    private static final Pattern STATEMENT = Pattern
            .compile("\\b(from|join|into|update)\\s+(rating|rater|rated_movie|rating_deleted|rating_change)\\b");

    @Test
    void nobodyElseNamesThemInAStatement() throws IOException {
        assertEquals(List.of(), filesWithStatements().filter(file -> !file.startsWith(OURS)).toList());
        assertTrue(filesWithStatements().anyMatch(file -> file.startsWith(OURS)), "else this looks for nothing");
    }

    private static Stream<Path> filesWithStatements() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java") && STATEMENT.matcher(text(file)).find())
                    .toList().stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
