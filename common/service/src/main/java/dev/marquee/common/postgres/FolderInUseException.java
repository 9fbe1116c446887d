package dev.marquee.common.postgres;

import java.nio.file.Path;

/**
 * Another process, or another part of this one, holds the lock of a folder.
 */
public final class FolderInUseException extends IllegalStateException {
    static final long UNKNOWN = -1;

    private static final long serialVersionUID = 1L;

    FolderInUseException(Path folder, long process) {
        super("Another running Marquee" + (process == UNKNOWN ? "" : " (process " + process + ")") + " uses the folder "
                + folder
                + ". Stop it first, or give this one another folder (marquee.data-dir; of ./run: MARQUEE_HOME).");
    }
}
