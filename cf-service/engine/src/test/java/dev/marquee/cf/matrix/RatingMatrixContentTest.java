package dev.marquee.cf.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.testing.LowRankRatings;
import org.junit.jupiter.api.Test;

class RatingMatrixContentTest {
    private final RatingMatrix ratings = LowRankRatings.of(40, 30, 0.4, 1);
    private final ContentMatrix content = ContentMatrix.builder().add(7, new int[]{3}, new float[]{1}, 0, 1).build();

    @Test
    void nothingIsKnownOfContentUnlessItIsTold() {
        assertTrue(ratings.content().isEmpty());
        assertTrue(Split.random(ratings, 0.2, 1).train().content().isEmpty());
    }

    @Test
    void theRatingsStayAsTheyAre() {
        RatingMatrix told = ratings.with(content);
        assertEquals(Fingerprint.of(ratings), Fingerprint.of(told));
        assertEquals(ratings.mean(), told.mean());
        assertSame(content, told.content());
    }

    @Test
    void everyPartHasTheContentOfTheWhole() {
        RatingMatrix told = ratings.with(content);
        assertSame(content, Split.random(told, 0.2, 1).train().content());
        assertSame(content, Split.fold(told, 5, 2, 1).train().content());
        Newcomers newcomers = Newcomers.of(told, 0.3, 1);
        assertSame(content, newcomers.train().content());
        assertSame(content, newcomers.told(2, 1).train().content());
    }
}
