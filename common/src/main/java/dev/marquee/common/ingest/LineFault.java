package dev.marquee.common.ingest;

import java.util.Objects;

/**
 * What is wrong with the line that is being read; caught by the reader, which knows the line. It carries no stack
 * trace, because a bad file may hold millions of such lines.
 */
public final class LineFault extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason for people, such as {@code rating is NaN}
     */
    public LineFault(String reason) {
        super(reason, null, false, false);
    }

    /** Never {@code null}. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
