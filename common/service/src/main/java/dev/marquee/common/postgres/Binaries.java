package dev.marquee.common.postgres;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from their archive on the class path into the system's folder for temporary files,
 * once for each user and version. They run with an environment of their own: nothing that a user has set, neither a
 * locale nor a PGPORT, reaches them.
 */
final class Binaries {
    private static final Object ONE_AT_A_TIME = new Object();
    private static final String RUN_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";
    private static final int OWNER_EXECUTES = 0100;

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    static Binaries unpacked() {
        synchronized (ONE_AT_A_TIME) {
            try {
                byte[] archive = archive();
                Path base = ownFolder(Path.of(System.getProperty("java.io.tmpdir"),
                        "marquee-postgres-" + System.getProperty("user.name")));
                Path home = base.resolve(sum(archive));
                if (!isWhole(home)) {
                    unpack(archive, base, home);
                }
                return new Binaries(home);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot unpack PostgreSQL: " + e.getMessage(), e);
            }
        }
    }

    /** A command of PostgreSQL, ready to be started; its own system user stands in for root, whom it refuses. */
    ProcessBuilder command(List<String> before, String program, List<String> arguments) {
        List<String> command = new ArrayList<>(before);
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", RUN_PATH);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder;
    }

    private static byte[] archive() throws IOException {
        String name = System.getProperty("os.name").startsWith("Mac")
                ? "darwin-x86_64" // which Apple's own processors run, too
                : "linux-" + switch (System.getProperty("os.arch")) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> System.getProperty("os.arch");
                };
        try (InputStream in = Binaries.class.getResourceAsStream("/postgres-" + name + ".txz")) {
            if (in == null) {
                throw new IOException("Marquee has none for " + name + ". Name a database of your own by"
                        + " QUARKUS_DATASOURCE_REACTIVE_URL and QUARKUS_DATASOURCE_JDBC_URL.");
            }
            return in.readAllBytes();
        }
    }

    /** In a folder that everybody may write to somebody else could have put programs there for us. */
    private static Path ownFolder(Path folder) throws IOException {
        if (!Files.exists(folder, NOFOLLOW_LINKS)) {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path probe = Files.createTempFile("marquee", ".probe");
        UserPrincipal self = Files.getOwner(probe);
        Files.delete(probe);
        if (!Files.isDirectory(folder, NOFOLLOW_LINKS) || !Files.getOwner(folder, NOFOLLOW_LINKS).equals(self)) {
            throw new IOException(
                    folder + " is not a folder of this user. Delete it, or name another folder for temporary"
                            + " files (-Djava.io.tmpdir=…).");
        }
        return folder;
    }

    private static String sum(byte[] archive) {
        CRC32C sum = new CRC32C();
        sum.update(archive);
        return HexFormat.of().toHexDigits(sum.getValue(), 8);
    }

    /** Some systems delete old files from the folder for temporary files one by one. */
    private static boolean isWhole(Path home) {
        return Files.isExecutable(home.resolve("bin/postgres")) && Files.isExecutable(home.resolve("bin/initdb"))
                && Files.exists(home.resolve("share/postgresql/postgres.bki"))
                && Files.exists(home.resolve("share/postgresql/timezone"));
    }

    private static void unpack(byte[] archive, Path base, Path home) throws IOException {
        Path unfinished = Files.createTempDirectory(base, "unfinished");
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, unfinished.resolve(entry.getName()).normalize());
            }
        }
        if (Files.exists(home)) {
            Files.move(home, Files.createTempDirectory(base, "damaged").resolve("was"));
        }
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!isWhole(home)) { // else another process was quicker
                throw e;
            }
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        if ((entry.getMode() & OWNER_EXECUTES) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
