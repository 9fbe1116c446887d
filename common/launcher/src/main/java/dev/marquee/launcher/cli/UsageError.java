package dev.marquee.launcher.cli;

import java.util.Objects;

/**
 * Something that the person at the terminal can put right; the message is all that is shown.
 */
public final class UsageError extends RuntimeException {
    /** Exit code. */
    public static final int EXIT = 2;
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, and what to do */
    public UsageError(String message) {
        super(message);
    }

    /** Never {@code null}. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
