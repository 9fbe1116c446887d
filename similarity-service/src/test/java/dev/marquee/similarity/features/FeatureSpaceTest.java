package dev.marquee.similarity.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureSpaceTest {
    private static final Feature COMEDY = new Feature(FeatureKind.GENRE, "comedy", "Comedy");
    private static final Feature DRAMA = new Feature(FeatureKind.GENRE, "drama", "Drama");
    private static final Feature TAGGED_COMEDY = new Feature(FeatureKind.TAG, "comedy", "comedy");

    @Test
    void rarityFallsFromThatOfASingleMovieToThatOfAll() {
        FeatureSpace space = FeatureSpace.of(List.of(COMEDY, DRAMA, TAGGED_COMEDY), new int[]{1, 3, 7}, 7);
        assertEquals(1, space.rarity(0));
        assertEquals(Math.log(8 / 3.0) / Math.log(8), space.rarity(1), 1e-6);
        assertEquals(Math.log(8 / 7.0) / Math.log(8), space.rarity(2), 1e-6);
    }

    @Test
    void whatTheOnlyMovieHasIsAsRareAsCanBe() {
        assertEquals(1, FeatureSpace.of(List.of(COMEDY), new int[]{1}, 1).rarity(0));
    }

    @Test
    void aGenreAndATagOfTheSameNameAreTwoFeaturesAndALabelMakesNone() {
        assertNotEquals(COMEDY, TAGGED_COMEDY);
        assertNotEquals(COMEDY, DRAMA);
        assertEquals(COMEDY, new Feature(FeatureKind.GENRE, "comedy", "COMEDY"));
    }

    @Test
    void aColumnThatThereIsNotIsOutOfBounds() {
        FeatureSpace space = FeatureSpace.of(List.of(COMEDY), new int[]{1}, 1);
        FeatureSpace extended = space.with(List.of(DRAMA));
        assertThrows(IndexOutOfBoundsException.class, () -> space.feature(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> space.feature(1));
        assertThrows(IndexOutOfBoundsException.class, () -> extended.feature(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> extended.feature(2));
    }
}
