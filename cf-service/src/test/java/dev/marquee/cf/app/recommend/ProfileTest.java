package dev.marquee.cf.app.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static Profile of(Map<Long, Float> ratings) {
        return Profile.of(new TreeMap<>(ratings));
    }

    @Test
    void whatIsLikedStandsApart() {
        Profile.Opinions opinions = Profile.of(new TreeMap<>(Map.of(1L, 1f, 2L, 5f, 3L, 4.5f))).opinions(10);
        assertTrue(opinions.weights().length > opinions.liked().weights().length);
        assertArrayEquals(new long[]{2, 3}, opinions.liked().movieIds());
        for (float weight : opinions.liked().weights()) {
            assertTrue(weight > 0, "weight: " + weight);
        }
    }

    @Test
    void praiseWithoutExceptionIsStillPraise() {
        assertTrue(of(Map.of(1L, 5f, 2L, 5f)).opinions(10).anyLiked());
        assertFalse(of(Map.of(1L, 1f, 2L, 1f)).opinions(10).anyLiked());
    }

    @Test
    void whereNothingIsAboveTheUsualTheBestCountsUnlessItIsBad() {
        assertTrue(of(Map.of(1L, 3f)).likesAny());
        assertTrue(of(Map.of(1L, 3.5f, 2L, 3.5f, 3L, 3.5f)).opinions(10).anyLiked());
        Profile mixed = of(Map.of(1L, 3f, 2L, 3f, 3L, 1f));
        assertArrayEquals(new long[]{3, 1, 2}, mixed.opinions(10).movieIds());
        assertArrayEquals(new float[]{-1.75f, 0.25f, 0.25f}, mixed.opinions(10).weights());
        for (float bad : new float[]{0.5f, 1, 2, 2.5f}) {
            assertFalse(of(Map.of(1L, bad)).likesAny(), "one of " + bad);
            assertFalse(of(Map.of(1L, bad, 2L, bad, 3L, bad, 4L, bad)).opinions(10).anyLiked(), "four of " + bad);
        }
        assertFalse(of(Map.of()).likesAny());
    }

    @Test
    void theStrongestOpinionsComeFirstAndLikedOnesBeforeDislikedOnes() {
        Profile profile = of(Map.of(1L, 3.5f, 2L, 5f, 3L, 2f, 4L, 4f, 5L, 3f));
        assertArrayEquals(new long[]{2, 3}, profile.opinions(2).movieIds());
        assertArrayEquals(new long[]{2, 3, 4, 5}, profile.opinions(4).movieIds());
    }

    @Test
    void itKnowsWhatIsRated() {
        Profile profile = of(Map.of(3L, 3.5f, 8L, 5f));
        assertTrue(profile.rated(8));
        assertFalse(profile.rated(4));
        assertEquals(5f, profile.ratingOf(8));
        assertTrue(of(Map.of()).isEmpty());
        assertEquals(0, of(Map.of()).opinions(5).movieIds().length);
    }
}
