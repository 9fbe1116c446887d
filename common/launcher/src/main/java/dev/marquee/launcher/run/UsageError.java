package dev.marquee.launcher.run;

/**
 * Something that the person at the terminal can put right; the message is all that is shown.
 */
final class UsageError extends RuntimeException {
    /** Exit code. */
    static final int EXIT = 2;
    private static final long serialVersionUID = 1L;

    UsageError(String message) {
        super(message);
    }
}
