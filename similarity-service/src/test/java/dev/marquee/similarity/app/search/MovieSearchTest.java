package dev.marquee.similarity.app.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.marquee.common.error.InvalidRequest;
import dev.marquee.similarity.movie.Credit;
import dev.marquee.similarity.movie.Movie;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MovieSearchTest {
    private final MovieSearch search = MovieSearch.of(List.of(movie(5, "Love Actually", 2003, "Romance", "Hugh Grant"),
            movie(1, "The Matrix", 1999, "Sci-Fi", "Keanu Reeves"),
            movie(2, "The Matrix Reloaded", 2003, "Sci-Fi", "Keanu Reeves"),
            movie(3, "Seven (a.k.a. Se7en)", 1995, "Crime", "Brad Pitt"), movie(4, "1984", 1984, "Drama", "John Hurt"),
            movie(6, "The Seven Samurai (Shichinin no samurai)", 1954, "Drama", "Toshirô Mifune"),
            movie(7, "The Man Who Loved Women", null, "Romance", "Hugh Granter")));

    @Test
    void everyTypedWordMustFit() {
        assertEquals(List.of(1L, 2L), find("matrix"));
        assertEquals(List.of(2L), find("reloaded matrix"));
        assertEquals(List.of(), find("matrix samurai"));
        assertEquals(List.of(), find("!!!"));
    }

    @Test
    void theClosestTitleComesFirst() {
        assertEquals(List.of(1L, 2L), find("the matrix"));
        assertEquals(List.of(3L, 6L), find("seven"), "what is in brackets does not count against a title");
        assertEquals(List.of(3L), find("se7en"));
        assertEquals(List.of(5L, 7L), find("love"), "an exact word before a beginning");
    }

    @Test
    void typosAndBeginningsAreForgiven() {
        assertEquals(List.of(6L), find("samuria"));
        assertEquals(List.of(1L, 2L), find("matirx"));
        assertEquals(List.of(2L), find("matrix r"), "the last word may be unfinished after one letter");
        assertEquals(List.of(), find("m reloaded"), "another one not");
        assertEquals(List.of(), find("teh samurai"), "three letters are too few for a typo");
    }

    @Test
    void aYearIsAWordToo() {
        assertEquals(List.of(2L), find("matrix 2003"));
        assertEquals(List.of(4L), find("1984"));
        assertEquals(List.of(), find("1985"), "a digit wrong is another year");
    }

    @Test
    void aPersonIsFoundByIdOrName() {
        assertEquals(List.of(1L, 2L), byPerson("reeves keanu"));
        assertEquals(List.of(6L), byPerson("toshiro MIFUNE"));
        assertEquals(List.of(1L), byPerson("person-1"));
        assertEquals(List.of(5L), byPerson("hugh grant"), "Granter is somebody else");
        assertEquals(List.of(5L, 7L), byPerson("hugh gran"), "an unfinished name is anybody's");
        assertEquals(List.of(1L, 2L), byPerson("keanu revees"));
        assertEquals(List.of(), byPerson("nobody"));
    }

    @Test
    void ordersAndFilters() {
        assertEquals(List.of(4L, 5L, 3L, 7L, 1L, 2L, 6L),
                ids(new MovieQuery("", null, null, null, null, MovieOrder.TITLE)));
        assertEquals(List.of(5L, 2L, 1L, 3L, 4L, 6L, 7L),
                ids(new MovieQuery("", null, null, null, null, MovieOrder.YEAR)));
        assertEquals(List.of(1L, 2L), ids(new MovieQuery("", "Sci-Fi", null, null, null, MovieOrder.RELEVANCE)));
        assertEquals(List.of(1L, 3L), ids(new MovieQuery("", null, null, 1990, 2000, MovieOrder.RELEVANCE)));
        assertThrows(InvalidRequest.class, () -> MovieOrder.of("rating"));
        assertEquals(MovieOrder.TITLE, MovieOrder.of("Title"));
        assertEquals(MovieOrder.RELEVANCE, MovieOrder.of(null));
    }

    @Test
    void changedCopiesLeaveTheOriginalAlone() {
        MovieSearch changed = search.with(movie(8, "Stalker", 1979, "Sci-Fi", "Alisa Freyndlikh"))
                .with(movie(1, "Johnny Mnemonic", 1995, "Sci-Fi", "Keanu Reeves")).without(2).without(99);
        assertEquals(List.of(8L), ids(changed, "stalker"));
        assertEquals(List.of(), ids(changed, "matrix"));
        assertEquals(List.of(1L), ids(changed, "mnemonic"));
        assertEquals(List.of(1L, 3L, 4L, 5L, 6L, 7L, 8L), changed.movies().stream().map(Movie::movieId).toList());
        assertEquals(7, changed.size());
        assertEquals(List.of(1L, 2L), find("matrix"));
        assertEquals(7, search.size());
    }

    @Test
    void changesAmountToTheSameAsBuildingAnew() {
        List<Movie> movies = IntStream.range(1, 40)
                .mapToObj(i -> movie(i * 7 % 41, "Film " + i + " of " + i % 5, 1950 + i, "G" + i % 3, "Actor " + i % 6))
                .toList();
        MovieSearch grown = MovieSearch.of(List.of());
        for (Movie movie : movies) {
            grown = grown.with(movie);
        }
        MovieSearch built = MovieSearch.of(movies);
        for (String query : List.of("film", "of 3", "film 12", "1960", "flim")) {
            assertEquals(ids(built, query), ids(grown, query), query);
        }
    }

    private List<Long> find(String text) {
        return ids(search, text);
    }

    private List<Long> byPerson(String person) {
        return ids(new MovieQuery("", null, person, null, null, MovieOrder.RELEVANCE));
    }

    private List<Long> ids(MovieQuery query) {
        return search.find(query).stream().map(Movie::movieId).toList();
    }

    private static List<Long> ids(MovieSearch search, String text) {
        return search.find(new MovieQuery(text, null, null, null, null, MovieOrder.RELEVANCE)).stream()
                .map(Movie::movieId).toList();
    }

    private static Movie movie(long id, String title, Integer year, String genre, String actor) {
        return new Movie(id, title, year, null, List.of(genre),
                List.of(new Credit("person-" + id, actor, Credit.Role.ACTOR, 1)), List.of(), null, null);
    }
}
