package dev.marquee.cf.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes ASCII text and numbers quickly. */
final class AsciiOutput implements AutoCloseable {
    private static final int LONGEST_PIECE = 64;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 18];
    private int length;

    AsciiOutput(Path file) throws IOException {
        out = Files.newOutputStream(file);
    }

    AsciiOutput text(String piece) {
        room();
        for (int i = 0; i < piece.length(); i++) {
            buffer[length++] = (byte) piece.charAt(i);
        }
        return this;
    }

    /** A number from 0 on. */
    AsciiOutput number(int value) {
        room();
        int digits = 1;
        for (int rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        int rest = value;
        for (int at = length + digits - 1; at >= length; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    private void room() {
        if (length + LONGEST_PIECE > buffer.length) {
            flush();
        }
    }

    private void flush() {
        try {
            out.write(buffer, 0, length);
            length = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
