package dev.marquee.similarity.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.MovieLensTables;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.RejectedLine;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.ingest.ReleaseFormat;
import dev.marquee.similarity.movie.Movie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MovieFilesPropertyTest {
    private static final String[] WORDS = {"Night", "of", "the", "Léon", "2", "Señor", "Cat's"};
    private static final List<String> GENRES = List.of("Action", "Comedy", "Drama", "Film-Noir", "Western");

    @TempDir
    Path folder;

    private static List<Movie> randomMovies(Random random) {
        List<Movie> movies = new ArrayList<>();
        long id = 0;
        for (int i = random.nextInt(1, 60); i > 0; i--) {
            id += random.nextInt(1, 50);
            StringBuilder title = new StringBuilder("T" + id);
            for (int n = random.nextInt(4); n > 0; n--) {
                title.append(random.nextInt(6) == 0 ? ": " : " ").append(WORDS[random.nextInt(WORDS.length)]);
            }
            TreeSet<String> genres = new TreeSet<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                genres.add(GENRES.get(random.nextInt(GENRES.size())));
            }
            Integer year = random.nextInt(5) == 0 ? null : Integer.valueOf(random.nextInt(1880, 2030));
            movies.add(new Movie(id, title.toString(), year, null, List.copyOf(genres), List.of(), List.of(), null,
                    null));
        }
        return movies;
    }

    private static String line(ReleaseFormat format, Movie movie, Random random) {
        String title = movie.title() + (movie.year() == null ? "" : " (" + movie.year() + ")");
        String genres = movie.genres().isEmpty() ? "(no genres listed)" : String.join("|", movie.genres());
        return switch (format) {
            case CSV -> movie.movieId() + "," + (random.nextBoolean() ? '"' + title + '"' : title) + "," + genres;
            case ML_1M, ML_10M -> movie.movieId() + "::" + title + "::" + genres;
            case ML_100K -> movie.movieId() + "|" + title + "|01-Jan-1995||http://x" + String.join("",
                    MovieLensTables.GENRES_100K.stream().map(g -> movie.genres().contains(g) ? "|1" : "|0").toList());
        };
    }

    private Path write(ReleaseFormat format, List<Movie> movies, Random random) throws IOException {
        String name = switch (format) {
            case CSV -> "movies.csv";
            case ML_1M, ML_10M -> "movies.dat";
            case ML_100K -> "u.item";
        };
        if (format == ReleaseFormat.ML_1M) {
            Files.writeString(folder.resolve("users.dat"), "");
        }
        StringBuilder text = new StringBuilder(format.header() ? "movieId,title,genres\n" : "");
        movies.forEach(movie -> text.append(line(format, movie, random)).append(random.nextBoolean() ? "\n" : "\r\n"));
        return Files.writeString(folder.resolve(name), text, format.charset());
    }

    private MovieFiles read(Path imdb, Rejections rejections) {
        return MovieFiles.read(DatasetFolder.detect(folder), imdb, rejections, IngestProgress.NONE);
    }

    @ParameterizedTest
    @EnumSource(ReleaseFormat.class)
    void whatIsWrittenIsReadBack(ReleaseFormat format) throws IOException {
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            List<Movie> movies = randomMovies(random);
            write(format, movies, random);
            assertEquals(movies, read(null, new Rejections(OnError.FAIL)).movies(), "seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource(ReleaseFormat.class)
    void everyLineOfADamagedFileIsUsedOrNamed(ReleaseFormat format) throws IOException {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            Path file = write(format, randomMovies(random), random);
            byte[] content = Files.readAllBytes(file);
            damage(content, format.header() ? 21 : 0, random);
            Files.write(file, content);
            Rejections rejections = new Rejections(OnError.SKIP);
            long used = read(null, rejections).movies().size();
            long lines = Arrays.stream(new String(content, StandardCharsets.ISO_8859_1).split("\n"))
                    .filter(line -> !line.isEmpty() && !line.equals("\r")).count();
            assertEquals(lines - (format.header() ? 1 : 0), used + rejections.total(), "seed " + seed);
            assertAllNamed(rejections, seed);
        }
    }

    private static void damage(byte[] content, int from, Random random) {
        for (int n = random.nextInt(1, 8); n > 0 && content.length > from; n--) {
            content[random.nextInt(from, content.length)] = (byte) random.nextInt();
        }
    }

    private static void assertAllNamed(Rejections rejections, long seed) {
        for (RejectedLine line : rejections.listed()) {
            assertTrue(line.line() > 0 && !line.reason().isBlank() && !line.file().isBlank(), "seed " + seed);
        }
    }

    @Test
    void damageToAnyOfTheJoinedFilesIsNamedOrHarmless() throws IOException {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            Files.writeString(folder.resolve("movies.csv"), "movieId,title,genres\n1,A (2000),Drama\n2,B,Drama\n");
            Files.writeString(folder.resolve("links.csv"), "movieId,imdbId,tmdbId\n1,0000001,862\n2,0000002,\n");
            Files.writeString(folder.resolve("tags.csv"), "userId,movieId,tag,timestamp\n1,1,\"x, y\",5\n2,2,é,6\n");
            Files.writeString(folder.resolve("title.basics.tsv"),
                    "tconst\tstartYear\truntimeMinutes\ntt0000001\t2000\t90\ntt0000002\t\\N\t\\N\n");
            Files.writeString(folder.resolve("title.crew.tsv"), "tconst\tdirectors\ntt0000001\tnm0000001,nm0000002\n");
            Files.writeString(folder.resolve("title.principals.tsv"),
                    "tconst\tordering\tnconst\tcategory\ntt0000001\t1\tnm0000003\tactor\n");
            Files.writeString(folder.resolve("name.basics.tsv"), "nconst\tprimaryName\nnm0000001\tJosé\n");
            List<Path> files;
            try (var entries = Files.list(folder)) {
                files = entries.sorted().toList();
            }
            Path damaged = files.get(random.nextInt(files.size()));
            byte[] content = Files.readAllBytes(damaged);
            damage(content, 0, random);
            Files.write(damaged, content);
            Rejections rejections = new Rejections(OnError.SKIP);
            try {
                assertTrue(read(folder, rejections).movies().size() <= 2, "seed " + seed);
            } catch (DataRejected headerIsDamaged) {
                String start = damaged.getFileName() + ":1: ";
                assertTrue(headerIsDamaged.getMessage().contains(start), headerIsDamaged.getMessage());
            }
            assertAllNamed(rejections, seed);
            boolean complained = rejections.total() > 0;
            if (complained) {
                assertThrows(DataRejected.class, () -> read(folder, new Rejections(OnError.FAIL)), "seed " + seed);
            }
        }
    }
}
