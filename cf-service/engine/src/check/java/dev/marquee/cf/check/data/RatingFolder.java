package dev.marquee.cf.check.data;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** MovieLens ratings in a folder or in folders of it. Plain: a check wants good files, an import forgives bad ones. */
public final class RatingFolder {
    /** Of the releases, and of parts of them. */
    private static final Pattern NAME = Pattern.compile("ratings.*\\.(csv|dat)|u\\.data");

    private RatingFolder() {}

    /** The ratings files of a folder itself and of its folders, by the folders' names. */
    public static Map<String, Path> files(Path folder) throws IOException {
        Map<String, Path> found = new LinkedHashMap<>();
        for (Path each : Stream.concat(Stream.of(folder), sorted(folder).filter(Files::isDirectory)).toList()) {
            sorted(each).filter(file -> NAME.matcher(file.getFileName().toString()).matches()).findFirst()
                    .ifPresent(file -> found.put(each.toAbsolutePath().normalize().getFileName().toString(), file));
        }
        return found;
    }

    private static Stream<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    /** Fields by tabs, {@code ::} or commas: user, movie, stars. */
    public static RatingMatrix read(Path file) throws IOException {
        RatingMatrixBuilder builder = RatingMatrix.builder();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            lines.filter(line -> !line.isEmpty() && Character.isDigit(line.charAt(0))).forEach(line -> {
                String[] fields = line.split("\t|::|,");
                builder.add(Long.parseLong(fields[0]), Long.parseLong(fields[1]), Float.parseFloat(fields[2]), 0);
            });
        }
        return builder.build();
    }
}
