package dev.marquee.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files that people wrote: all of the repository but what is built or fetched.
 */
final class Repository {
    /** Maven runs a module's tests in the module's folder. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Set<String> OURS = Set.of(".ci", ".devcontainer", ".github", ".mvn");
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules");

    private Repository() {}

    /** All Markdown files. */
    static List<Page> pages() {
        return files(name -> name.endsWith(".md")).stream().map(Page::read).toList();
    }

    /** Files whose names are wanted, in order. */
    static List<Path> files(Predicate<String> wanted) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean hidden = name.startsWith(".") && !OURS.contains(name);
                    return !folder.equals(ROOT) && (hidden || NOT_OURS.contains(name))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (wanted.test(file.getFileName().toString())) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a file or folder is there under exactly this name, also on disks that take upper case for lower. */
    static boolean has(Path path) {
        Path normal = path.normalize();
        if (!Files.exists(normal)) {
            return false;
        }
        try {
            return normal.toRealPath().endsWith(normal.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a file whose path begins so, such as {@code common/docs/adr/0002}. */
    static boolean hasBeginning(String path) {
        Path whole = ROOT.resolve(path).normalize();
        if (has(whole)) {
            return true;
        }
        if (!Files.isDirectory(whole.getParent())) {
            return false;
        }
        String beginning = whole.getFileName() + "-";
        try (var beside = Files.list(whole.getParent())) {
            return beside.anyMatch(file -> file.getFileName().toString().startsWith(beginning));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
