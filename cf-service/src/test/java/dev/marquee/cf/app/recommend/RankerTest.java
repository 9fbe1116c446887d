package dev.marquee.cf.app.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.app.recommend.Candidate.Ranked;
import dev.marquee.common.rank.Scored;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankerTest {

    private static Candidate candidate(long id, double damped, double content, boolean rare) {
        return new Candidate(id, rare ? -1 : (int) id, damped, content, null, rare);
    }

    private static List<Long> order(List<Ranked> ranked) {
        return ranked.stream().map(movie -> movie.candidate().movieId()).toList();
    }

    @Test
    void weightsReachFromTheModelAloneToContentAlone() {
        List<Candidate> candidates = List.of(candidate(1, 1.0, 0.1, false), candidate(2, 0.5, 0.5, false),
                candidate(3, 0, 0.9, false));
        assertEquals(List.of(1L, 2L, 3L), order(Ranker.rank(candidates, 0)));
        assertEquals(List.of(3L, 2L, 1L), order(Ranker.rank(candidates, 1)));
    }

    @Test
    void relevanceLiesBetweenNoughtAndOneWhateverTheScale() {
        for (double scale : new double[]{1e-3, 1, 1e3}) {
            List<Ranked> ranked = Ranker.rank(List.of(candidate(1, scale, 0, false), candidate(2, -scale, scale, false),
                    candidate(3, 0, scale / 2, true)), 0.3);
            assertTrue(ranked.stream().allMatch(movie -> movie.relevance() >= 0 && movie.relevance() <= 1),
                    "scale " + scale);
        }
    }

    @Test
    void aRareMovieAlwaysOwesItsPlaceToContent() {
        List<Ranked> ranked = Ranker.rank(List.of(candidate(1, 2, 0.2, true), candidate(2, 1, 0, false)), 0.1);
        assertEquals(Source.CONTENT, ranked.getFirst().source());
        assertEquals(Source.MODEL, ranked.getLast().source());
    }

    @Test
    void equalScoresTellNothingApart() {
        assertFalse(Ranker.tellsApart(List.of(new Scored(1, 0), new Scored(2, 0), new Scored(3, 0))));
        assertTrue(Ranker.tellsApart(List.of(new Scored(1, 0), new Scored(2, 0), new Scored(3, -1e-6f))));
        assertTrue(Ranker.tellsApart(List.of(new Scored(1, 0))));
        assertTrue(Ranker.tellsApart(List.of()));
    }

    @Test
    void tiesGoByIdAndNothingIsNoError() {
        assertEquals(List.of(4L, 7L, 9L), order(
                Ranker.rank(List.of(candidate(9, 0, 0, false), candidate(4, 0, 0, false), candidate(7, 0, 0, false)),
                        0.5)));
        assertEquals(List.of(), Ranker.rank(List.of(), 0.5));
    }
}
