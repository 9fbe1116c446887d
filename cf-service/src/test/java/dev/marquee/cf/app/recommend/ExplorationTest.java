package dev.marquee.cf.app.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.app.recommend.Candidate.Ranked;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ExplorationTest {

    private static List<Ranked> movies(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(id -> new Ranked(new Candidate(id, -1, 0, 0, null, false), -id, 0, Source.MODEL)).toList();
    }

    private static List<Long> into(List<Ranked> list, double share, List<Ranked> newMovies, int length) {
        return Exploration.into(list, share, newMovies, length).stream().map(movie -> movie.candidate().movieId())
                .toList();
    }

    @Test
    void newMoviesStandAtTheEndOfTheirPartOfTheList() {
        assertEquals(List.of(1L, 2L, 3L, 4L, 101L, 5L, 6L, 7L, 8L, 102L),
                into(movies(1, 10), 0.2, movies(101, 102), 10));
        assertEquals(List.of(1L, 101L, 2L, 102L), into(movies(1, 4), 0.5, movies(101, 109), 4));
    }

    @Test
    void withoutAShareOrWithoutNewMoviesTheListStaysAsItIs() {
        assertEquals(List.of(1L, 2L, 3L), into(movies(1, 3), 0, List.of(), 3));
        assertEquals(List.of(1L, 2L, 3L), into(movies(1, 3), 0.5, List.of(), 3));
        assertEquals(List.of(1L, 2L, 3L), into(movies(1, 3), 0.1, movies(101, 101), 3));
    }

    @Test
    void aTenthOfThirtyPlacesIsThree() {
        for (int length = 1; length <= 100; length++) {
            assertEquals(length / 10, Exploration.places(length, 0.1), "of " + length);
            assertEquals(length / 20, Exploration.places(length, 0.05), "of " + length);
        }
    }

    @Test
    void byScoresTheListKeepsItsOrder() {
        List<Ranked> list = Exploration.into(movies(1, 10), 0.2, movies(-9, -8), 10);
        for (int place = 1; place < list.size(); place++) {
            assertTrue(list.get(place).score() <= list.get(place - 1).score(), "list: " + list);
        }
    }

    @Test
    void aShortListIsFilled() {
        assertEquals(List.of(1L, 101L, 102L), into(movies(1, 1), 0.1, movies(101, 102), 5));
    }
}
