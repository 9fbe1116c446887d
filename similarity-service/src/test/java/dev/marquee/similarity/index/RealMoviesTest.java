package dev.marquee.similarity.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.testing.MovieData;
import dev.marquee.similarity.features.FeatureEncoder;
import dev.marquee.similarity.features.FeatureWeights;
import dev.marquee.similarity.ingest.MovieFiles;
import dev.marquee.similarity.movie.Movie;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people who know films expect of MovieLens latest-small, and exactness on it. */
class RealMoviesTest {
    private static List<Movie> movies;
    private static FeatureEncoder encoder;
    private static CosineIndex index;

    @BeforeAll
    static void build() {
        movies = MovieFiles.read(DatasetFolder.detect(MovieData.folder("ml-latest-small")), MovieData.folder("imdb"),
                new Rejections(OnError.FAIL), IngestProgress.NONE).movies();
        encoder = FeatureEncoder.fit(movies, FeatureWeights.DEFAULTS);
        index = CosineIndex.build(movies, encoder);
    }

    @Test
    void toyStoryIsFollowedByAnimatedFamilyFilms() {
        List<Neighbour> found = index.similar(1, 10, MovieFilter.NONE);
        assertEquals(3114, found.getFirst().movieId(), "Toy Story 2");
        for (Neighbour neighbour : found) {
            Movie movie = index.movie(neighbour.movieId());
            assertTrue(movie.genres().containsAll(List.of("Animation", "Children")), movie.title());
        }
    }

    @ParameterizedTest
    @CsvSource({"858,1221 2023,The Godfather", "2571,6365 6934,The Matrix", "260,1196 1210 2628 5378 33493,Star Wars",
            "1198,1291 2115 59615,Raiders of the Lost Ark", "4306,8360 53121,Shrek", "1240,589,The Terminator",
            "4993,5952 7153,The Lord of the Rings", "5618,3000 31658,Spirited Away: other films of Miyazaki"})
    void theRestOfTheSeriesComesFirst(long movieId, String expected, String what) {
        Set<Long> rest = Arrays.stream(expected.split(" ")).map(Long::valueOf).collect(Collectors.toSet());
        Set<Long> first = index.similar(movieId, rest.size(), MovieFilter.NONE).stream().map(Neighbour::movieId)
                .collect(Collectors.toSet());
        assertEquals(rest, first, what);
    }

    @Test
    void knownCompanyComesBeforeFilmsOfWhichOnlyTheGenresAreKnown() {
        for (Neighbour neighbour : index.similar(858, 10, MovieFilter.NONE)) {
            assertTrue(!index.movie(neighbour.movieId()).credits().isEmpty(), "next to The Godfather: " + neighbour);
        }
    }

    @Test
    void equalsTheReference() {
        BruteForce reference = new BruteForce(movies.subList(0, 3000), encoder);
        CosineIndex part = CosineIndex.build(movies.subList(0, 3000), encoder);
        Random random = new Random(3);
        for (int i = 0; i < 30; i++) {
            long id = movies.get(random.nextInt(3000)).movieId();
            MovieFilter filter = i % 3 == 0 ? new MovieFilter("drama", 1980, 1999, x -> x % 5 == 0) : MovieFilter.NONE;
            BruteForce.assertSame(reference.similar(id, filter), part.similar(id, 50, filter), 50, "movie " + id);
        }
    }
}
