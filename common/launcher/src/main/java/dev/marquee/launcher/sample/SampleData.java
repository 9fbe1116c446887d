package dev.marquee.launcher.sample;

import dev.marquee.common.ingest.Delimiter;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.ingest.TextTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the sample as a data folder in MovieLens and IMDb formats: the bundled catalogue as it is, and
 * {@code ratings.csv} generated. The ratings are nobody's: they come from {@link RatingGenerator}.
 */
public final class SampleData {
    /** The seed of the bundled ratings. */
    public static final long SEED = 20_260_101L;

    private static final List<String> FILES = List.of("README.md", "movies.csv", "links.csv", "tags.csv",
            "title.basics.tsv", "title.crew.tsv", "title.principals.tsv", "name.basics.tsv");
    private static final int YEAR_DIGITS = 4;

    private SampleData() {}

    /** Writes the sample to the folder named by the only argument. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("Usage: SampleData FOLDER");
            System.exit(2);
        }
        System.out.println(writeTo(Path.of(args[0])) ? "Written." : "It is there already.");
    }

    /**
     * @return whether it was written; {@code false} where the folder exists already
     */
    public static boolean writeTo(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return false;
        }
        Path parent = Files.createDirectories(folder.toAbsolutePath().getParent());
        Path unfinished = Files.createTempDirectory(parent, "sample");
        for (String file : FILES) {
            try (InputStream in = SampleData.class.getResourceAsStream("/sample/" + file)) {
                Files.copy(in, unfinished.resolve(file));
            }
        }
        writeRatings(unfinished, new RatingGenerator(read(unfinished), SEED).generate());
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /** The films with what decides who likes them. */
    static List<SampleMovie> read(Path folder) {
        Map<String, List<String>> tags = new HashMap<>();
        read(folder, "tags.csv", List.of("movieId", "tag"),
                row -> tags.computeIfAbsent(row.get(0), movie -> new ArrayList<>()).add("tag " + row.get(1)));
        List<SampleMovie> movies = new ArrayList<>();
        read(folder, "movies.csv", List.of("movieId", "title", "genres"), row -> {
            List<String> of = new ArrayList<>();
            Stream.of(row.get(2).split("\\|")).forEach(genre -> of.add("genre " + genre));
            String title = row.get(1);
            int year = title.lastIndexOf('(') + 1;
            of.add("decade " + title.substring(year, year + YEAR_DIGITS - 1));
            of.addAll(tags.getOrDefault(row.get(0), List.of()));
            movies.add(new SampleMovie(Long.parseLong(row.get(0)), of));
        });
        movies.sort(Comparator.comparingLong(SampleMovie::movieId));
        return movies;
    }

    private static void read(Path folder, String file, List<String> columns,
            java.util.function.Consumer<List<String>> row) {
        new TextTable(folder.resolve(file), StandardCharsets.UTF_8, Delimiter.COMMA, true, columns)
                .read(new Rejections(OnError.FAIL), IngestProgress.NONE, fields -> {
                    List<String> values = new ArrayList<>();
                    for (int i = 0; i < columns.size(); i++) {
                        values.add(fields.text(i));
                    }
                    row.accept(values);
                });
    }

    private static void writeRatings(Path folder, List<SampleRating> ratings) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("ratings.csv"))) {
            out.write("userId,movieId,rating,timestamp\n");
            for (SampleRating rating : ratings) {
                out.write(rating.userId() + "," + rating.movieId() + "," + rating.rating() + "," + rating.timestamp()
                        + "\n");
            }
        }
    }
}
