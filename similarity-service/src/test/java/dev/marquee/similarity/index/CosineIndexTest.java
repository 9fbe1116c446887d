package dev.marquee.similarity.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.UnknownId;
import dev.marquee.similarity.features.FeatureKind;
import dev.marquee.similarity.features.FeatureWeights;
import dev.marquee.similarity.index.Explanation.ProfileShare;
import dev.marquee.similarity.movie.Movie;
import java.util.List;
import org.junit.jupiter.api.Test;

class CosineIndexTest {
    private static final List<Movie> MOVIES = List.of(movie(30, "Alien", 1979, "Horror", "Sci-Fi"),
            movie(10, "Aliens", 1986, "Horror", "Sci-Fi"), movie(20, "Alien Nation", 1988, "Crime", "Sci-Fi"),
            movie(40, "Duck Soup", 1933, "Comedy"), movie(50, "The", null));

    private final CosineIndex index = CosineIndex.build(MOVIES, FeatureWeights.DEFAULTS);

    private static Movie movie(long id, String title, Integer year, String... genres) {
        return new Movie(id, title, year, null, List.of(genres), List.of(), List.of(), null, null);
    }

    private static List<Long> ids(List<Neighbour> neighbours) {
        return neighbours.stream().map(Neighbour::movieId).toList();
    }

    @Test
    void knowsItsMovies() {
        assertEquals(5, index.size());
        assertTrue(index.contains(30));
        assertFalse(index.contains(31));
        assertEquals("Alien", index.movie(30).title());
        assertEquals("There is no movie with id 31.",
                assertThrows(UnknownId.class, () -> index.movie(31)).getMessage());
    }

    @Test
    void neverFindsItselfNorWhatSharesNothing() {
        assertEquals(List.of(10L, 20L), ids(index.similar(30, 10, MovieFilter.NONE)));
        assertEquals(List.of(), index.similar(50, 10, MovieFilter.NONE));
        assertEquals(List.of(), index.similar(30, 0, MovieFilter.NONE));
        assertEquals(List.of(20L), ids(index.similar(30, 10, new MovieFilter("crime", null, null, null))));
        assertEquals(List.of(20L), ids(index.similar(30, 10, new MovieFilter(" ", 1987, 1990, null))));
        assertEquals(List.of(20L), ids(index.similar(30, 10, new MovieFilter(null, 1988, 1988, null))));
        assertEquals(List.of(10L), ids(index.similar(30, 10, new MovieFilter(null, null, null, id -> id == 20))));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThrows(UnknownId.class, () -> index.similar(31, 5, MovieFilter.NONE));
        assertThrows(UnknownId.class, () -> index.explain(30, 31, 1));
        assertThrows(UnknownId.class, () -> index.without(31));
        assertThrows(UnknownId.class,
                () -> index.profile(List.of(new WeightedMovie(31, 1))).similar(5, MovieFilter.NONE));
        assertThrows(InvalidRequest.class, () -> index.similar(30, -1, MovieFilter.NONE));
        assertThrows(InvalidRequest.class, () -> new MovieFilter(null, 1990, 1989, null));
        assertThrows(InvalidRequest.class, () -> new WeightedMovie(30, Float.NaN));
        assertThrows(IllegalArgumentException.class,
                () -> CosineIndex.build(List.of(MOVIES.get(0), MOVIES.get(0)), FeatureWeights.DEFAULTS));
    }

    @Test
    void anEmptyIndexAnswersAndGrows() {
        CosineIndex empty = CosineIndex.build(List.of(), FeatureWeights.DEFAULTS);
        assertEquals(0, empty.size());
        assertEquals(List.of(), empty.profile(List.of()).similar(5, MovieFilter.NONE));
        CosineIndex grown = empty.with(MOVIES.get(0));
        assertEquals(1, grown.size());
        assertEquals(List.of(), grown.similar(30, 5, MovieFilter.NONE));
    }

    @Test
    void aChangeIsSeenAtOnceAndTheOldIndexStays() {
        Movie ducks = movie(40, "Alien Ducks", 1980, "Horror", "Sci-Fi");
        CosineIndex changed = index.with(ducks).without(10);
        assertEquals(4, changed.size());
        assertEquals(List.of(40L, 20L), ids(changed.similar(30, 10, MovieFilter.NONE)));
        assertEquals(ducks, changed.movie(40));
        assertFalse(changed.contains(10));
        assertEquals(List.of(10L, 20L), ids(index.similar(30, 10, MovieFilter.NONE)));
        assertEquals(List.of(40L, 10L, 20L),
                ids(changed.with(MOVIES.get(1)).similar(30, 10, MovieFilter.NONE)));
        assertFalse(changed.without(40).contains(40));
    }

    @Test
    void equalMoviesAreOrderedByIdWhereverTheyAreKept() {
        Movie twin = movie(15, "Aliens", 1986, "Horror", "Sci-Fi");
        Movie elder = movie(5, "Aliens", 1986, "Horror", "Sci-Fi");
        List<Neighbour> found = index.with(twin).with(elder).similar(30, 10, MovieFilter.NONE);
        assertEquals(List.of(5L, 10L, 15L, 20L), ids(found));
        assertEquals(found.get(0).score(), found.get(2).score());
        assertEquals(List.of(5L, 10L), ids(index.with(twin).with(elder).similar(30, 2, MovieFilter.NONE)));
    }

    @Test
    void explainsByWhatIsShared() {
        Explanation explanation = index.explain(30, 20, Integer.MAX_VALUE);
        assertEquals(List.of("Sci-Fi", "alien", "1988"),
                explanation.features().stream().map(Explanation.SharedFeature::value).toList());
        assertEquals(FeatureKind.TITLE_WORD, explanation.features().get(1).kind());
        assertEquals(List.of(), explanation.because());
        assertEquals(List.of(), index.explain(30, 40, 1).features());
    }

    @Test
    void whatSpeaksForAndAgainstAlikeLeavesNothingToExplain() {
        CosineIndex three = CosineIndex.build(List.of(movie(1, "Alpha", null, "Horror"),
                movie(2, "Beta", null, "Comedy"), movie(3, "Gamma", null, "Horror", "Comedy")),
                FeatureWeights.DEFAULTS);
        ProfileQuery profile = three.profile(List.of(new WeightedMovie(1, 1), new WeightedMovie(2, -1)));
        assertEquals(new Explanation(0, List.of(), List.of()), profile.explain(3, 10));
        assertEquals(List.of(), profile.similar(10, MovieFilter.NONE));
    }

    @Test
    void explainsAProfileByItsMovies() {
        List<WeightedMovie> profile = List.of(new WeightedMovie(30, 4), new WeightedMovie(40, 2),
                new WeightedMovie(20, -1));
        Explanation explanation = index.profile(profile).explain(10, Integer.MAX_VALUE);
        assertEquals(List.of(30L, 20L), explanation.because().stream().map(ProfileShare::movieId).toList());
        assertTrue(explanation.because().get(0).share() > 1 && explanation.because().get(1).share() < 0);
        assertEquals(List.of(10L), ids(index.profile(profile).similar(9, MovieFilter.NONE)));
        assertEquals(explanation.score(), index.profile(profile).similar(9, MovieFilter.NONE).get(0).score(), 1e-6);
    }
}
