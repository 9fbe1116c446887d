package dev.marquee.common.ingest;

import java.util.Objects;

/**
 * A line that an import left out.
 *
 * @param file name of the file, without its folder
 * @param line from 1
 * @param reason what is wrong with it, in words for people
 * @param text the line's beginning, safe to show: at most {@value #MAX_TEXT} characters, without control characters
 */
public record RejectedLine(String file, long line, String reason, String text) {
    static final int MAX_TEXT = 200;

    public RejectedLine {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(reason, "reason");
        text = printable(text);
    }

    private static String printable(String text) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), MAX_TEXT));
        int end = Math.min(text.length(), MAX_TEXT);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) || Character.isSurrogate(c) ? ' ' : c);
        }
        return shown.toString();
    }

    /** {@code file:line: reason: text}. */
    public String describe() {
        return file + ":" + line + ": " + reason + (text.isBlank() ? "" : ": " + text);
    }
}
