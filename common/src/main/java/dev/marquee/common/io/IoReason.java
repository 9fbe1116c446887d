package dev.marquee.common.io;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/**
 * Why a file could not be used, in the system's words and without the name of a class. Stateless.
 */
public final class IoReason {
    private IoReason() {}

    public static String of(Exception failure) {
        Exception e = failure instanceof UncheckedIOException unchecked
                ? Objects.requireNonNull(unchecked.getCause())
                : failure;
        return switch (e) {
            case AccessDeniedException denied -> "it is not permitted";
            case NoSuchFileException gone -> "it does not exist";
            case NotDirectoryException file -> "it is no folder";
            case FileAlreadyExistsException there -> "there is a file of that name";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> e.getMessage() == null ? "the system does not say why" : e.getMessage();
        };
    }
}
