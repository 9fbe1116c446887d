package dev.marquee.similarity.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.similarity.movie.Credit;
import dev.marquee.similarity.movie.Credit.Role;
import dev.marquee.similarity.movie.Movie;
import dev.marquee.similarity.movie.TagCount;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MovieFeaturesTest {
    /** Strengths by key, in three digits. */
    private static Map<String, Double> strengths(MovieFeatures features, FeatureKind kind) {
        return features.byKind().getOrDefault(kind, Map.of()).entrySet().stream().collect(Collectors
                .toMap(entry -> entry.getKey().key(), entry -> Math.round(entry.getValue() * 1000) / 1000.0));
    }

    @Test
    void everyKindOfMetadataGivesFeatures() {
        MovieFeatures features = MovieFeatures.of(new Movie(1, "Toy Story 2", 1995, 82, List.of("Comedy", "IMAX"),
                List.of(new Credit("d1", "John Lasseter", Role.DIRECTOR, 1),
                        new Credit("a1", "Tom Hanks", Role.ACTOR, 1), new Credit("a4", "Don Rickles", Role.ACTOR, 4)),
                List.of(new TagCount("Sci-Fi", 1), new TagCount("pixar", 3)), null, null));
        assertEquals(Map.of("comedy", 1.0), strengths(features, FeatureKind.GENRE));
        assertEquals(Map.of("d1", 1.0), strengths(features, FeatureKind.DIRECTOR));
        assertEquals(Map.of("a1", 1.0, "a4", 0.5), strengths(features, FeatureKind.ACTOR));
        assertEquals(Map.of("toy", 1.0, "story", 1.0), strengths(features, FeatureKind.TITLE_WORD));
        assertEquals(Map.of("1990", 0.707, "2000", 0.707), strengths(features, FeatureKind.YEAR));
        // 82 is 7/15 of the way from 75 to 90.
        assertEquals(Map.of("75", 0.743, "90", 0.669), strengths(features, FeatureKind.RUNTIME));
        assertEquals(Map.of("sci fi", 1.0, "pixar", 2.099), strengths(features, FeatureKind.TAG));
    }

    @Test
    void aNumberInTheMiddleOfABinHasNoOther() {
        MovieFeatures features = MovieFeatures
                .of(new Movie(1, "Big", 1990, 90, List.of(), List.of(), List.of(), null, null));
        assertEquals(Map.of("1990", 1.0), strengths(features, FeatureKind.YEAR));
        assertEquals(Map.of("90", 1.0), strengths(features, FeatureKind.RUNTIME));
    }
}
