package dev.marquee.cf.app.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.cf.app.models.ListModels;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommenderTest {

    /** What takes longer than a moment leaves the event loop. */
    @ParameterizedTest
    @CsvSource({"AUTO, 200, 0, true", "AUTO, 201, 0, false", "AUTO, 3, 0.5, false", "MODEL, 201, 0, true",
            "MODEL, 3, 0.5, false"})
    void aListIsBriefByWhatItIsMadeOf(Strategy strategy, int ratings, double diversity, boolean brief) {
        TreeMap<Long, Float> rated = new TreeMap<>();
        for (long movie = 0; movie < ratings; movie++) {
            rated.put(movie, 4f);
        }
        ListRequest request = new ListRequest(10, null, null, null, Set.of(), diversity, null, strategy, false);
        assertEquals(brief, Recommender.isBrief(Profile.of(rated), request, ListModels.NONE));
    }
}
