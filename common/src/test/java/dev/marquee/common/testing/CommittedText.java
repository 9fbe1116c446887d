package dev.marquee.common.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that a program makes, and that is committed because it is needed before there is a program. With
 * {@code -Dmarquee.texts=write} a test writes it anew.
 *
 * @param file where it is kept
 */
public record CommittedText(Path file) {

    public static CommittedText of(Path file) {
        return new CommittedText(file);
    }

    /** @throws AssertionError where the file holds another text */
    public void requireSame(String made) {
        try {
            if ("write".equals(System.getProperty("marquee.texts"))) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, made);
            }
            assertEquals(made, Files.readString(file),
                    file + " is out of date: run this test with -Dmarquee.texts=write");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
