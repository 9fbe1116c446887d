package dev.marquee.similarity.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.testing.MovieData;
import dev.marquee.similarity.movie.Credit;
import dev.marquee.similarity.movie.Movie;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published facts about the real data, read without a single rejection. */
class RealMovieFilesTest {

    private static MovieFiles read(String name, Path imdb) {
        return MovieFiles.read(DatasetFolder.detect(MovieData.folder(name)), imdb, new Rejections(OnError.FAIL),
                IngestProgress.NONE);
    }

    @Test
    void latestSmallWithImdb() {
        MovieFiles read = read("ml-latest-small", MovieData.folder("imdb"));
        assertEquals(9742L, read.counts().get("movies"));
        assertEquals(9742L, read.counts().get("links"));
        assertEquals(3683L, read.counts().get("tags"));
        assertEquals(7377, having(read.movies(), Credit.Role.DIRECTOR));
        assertEquals(5390, having(read.movies(), Credit.Role.ACTOR));
        Movie toys = read.movies().getFirst();
        assertEquals("Toy Story", toys.title());
        assertEquals(1995, toys.year());
        assertEquals("0114709", toys.imdbId());
        assertTrue(read.movies().stream().allMatch(movie -> !movie.title().matches(".*\\(\\d{4}\\)")));
    }

    private static long having(List<Movie> movies, Credit.Role role) {
        return movies.stream().filter(movie -> movie.credits().stream().anyMatch(credit -> credit.role() == role))
                .count();
    }

    @ParameterizedTest
    @CsvSource({"ml-100k,1682,Die xue shuang xiong (The Killer)", "ml-1m,3883,Die Hard"})
    void olderReleases(String name, long movies, String title) {
        MovieFiles read = read(name, null);
        assertEquals(movies, read.counts().get("movies"));
        assertTrue(read.movies().stream().anyMatch(movie -> movie.title().equals(title)));
        assertTrue(read.movies().stream().flatMap(movie -> movie.genres().stream()).distinct().count() == 18);
    }
}
