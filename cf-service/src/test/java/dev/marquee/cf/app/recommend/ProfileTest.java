package dev.marquee.cf.app.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static Profile of(Map<Long, Float> ratings) {
        return Profile.of(new TreeMap<>(ratings));
    }

    @Test
    void praiseWithoutExceptionIsStillPraise() {
        assertTrue(of(Map.of(1L, 5f, 2L, 5f)).opinions(10).stream().allMatch(opinion -> opinion.weight() > 0));
        assertTrue(of(Map.of(1L, 1f, 2L, 1f)).opinions(10).stream().allMatch(opinion -> opinion.weight() < 0));
    }

    @Test
    void theStrongestOpinionsComeFirstAndLikedOnesBeforeDislikedOnes() {
        Profile profile = of(Map.of(1L, 3.5f, 2L, 5f, 3L, 2f, 4L, 4f, 5L, 3f));
        assertEquals(List.of(2L, 3L), profile.opinions(2).stream().map(Profile.Opinion::movieId).toList());
    }

    @Test
    void itKnowsWhatIsRated() {
        Profile profile = of(Map.of(3L, 3.5f, 8L, 5f));
        assertTrue(profile.rated(8));
        assertFalse(profile.rated(4));
        assertEquals(5f, profile.ratingOf(8));
        assertTrue(of(Map.of()).isEmpty());
        assertEquals(List.of(), of(Map.of()).opinions(5));
    }
}
