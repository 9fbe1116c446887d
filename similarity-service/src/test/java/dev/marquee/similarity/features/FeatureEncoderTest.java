package dev.marquee.similarity.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.similarity.movie.Credit;
import dev.marquee.similarity.movie.Credit.Role;
import dev.marquee.similarity.movie.Movie;
import dev.marquee.similarity.movie.TagCount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureEncoderTest {
    private static final Movie TOYS = movie(1, "Toy Story", 1995, 81, List.of("Animation", "Comedy"),
            List.of(new Credit("d1", "John Lasseter", Role.DIRECTOR, 1), new Credit("a1", "Tom Hanks", Role.ACTOR, 1),
                    new Credit("a2", "Tim Allen", Role.ACTOR, 2)),
            List.of(new TagCount("pixar", 3), new TagCount("sci-fi", 1), new TagCount("in netflix queue", 9)));
    private static final Movie BARE = movie(2, "Heat", null, null, List.of("Drama"), List.of(), List.of());
    private static final Movie NOTHING = movie(3, "The", null, null, List.of(), List.of(), List.of());
    private static final List<Movie> MOVIES = List.of(TOYS, BARE, NOTHING,
            movie(4, "Big", 1988, 104, List.of("comedy", "IMAX"), List.of(), List.of(new TagCount("sci fi", 1))));

    private static Movie movie(long id, String title, Integer year, Integer runtime, List<String> genres,
            List<Credit> credits, List<TagCount> tags) {
        return new Movie(id, title, year, runtime, genres, credits, tags, null, null);
    }

    private final FeatureEncoder encoder = FeatureEncoder.fit(MOVIES, FeatureWeights.DEFAULTS);

    private static float value(FeatureEncoder encoder, Movie movie, FeatureKind kind, String key) {
        int column = encoder.space().columnOf(new Feature(kind, key, ""));
        SparseVector row = encoder.encode(movie);
        return (float) IntStream.range(0, row.size()).filter(i -> row.column(i) == column).mapToDouble(row::value)
                .sum();
    }

    private static double length(SparseVector row) {
        double squares = row.own() * row.own();
        for (int i = 0; i < row.size(); i++) {
            squares += row.value(i) * row.value(i);
        }
        return Math.sqrt(squares);
    }

    @Test
    void rowsHaveLengthOneWithTheirOwnPart() {
        for (Movie movie : MOVIES) {
            assertEquals(1, length(encoder.encode(movie)), 1e-6, movie.title());
        }
    }

    @Test
    void columnsAscendAndTheMatrixHoldsTheRows() {
        FeatureMatrix matrix = encoder.encodeAll(MOVIES);
        assertEquals(encoder.space().size(), matrix.columns());
        for (int r = 0; r < MOVIES.size(); r++) {
            SparseVector row = encoder.encode(MOVIES.get(r));
            assertEquals(row.size(), matrix.start(r + 1) - matrix.start(r));
            assertEquals(row.own(), matrix.row(r).own());
            for (int i = 0; i < row.size(); i++) {
                assertTrue(i == 0 || row.column(i) > row.column(i - 1));
                assertEquals(row.column(i), matrix.column(matrix.start(r) + i));
                assertEquals(row.value(i), matrix.value(matrix.start(r) + i));
            }
        }
    }

    @Test
    void whatIsMissingGivesNothing() {
        SparseVector nothing = encoder.encode(NOTHING);
        assertEquals(0, nothing.size());
        assertEquals(1, nothing.own(), 1e-6);
        SparseVector bare = encoder.encode(BARE);
        assertEquals(2, bare.size());
        assertTrue(bare.own() > encoder.encode(TOYS).own(), "less is known of it");
    }

    @Test
    void spellingsAreOneAndShelvesAreNoTags() {
        assertTrue(value(encoder, TOYS, FeatureKind.TAG, "sci fi") > 0);
        assertTrue(value(encoder, MOVIES.get(3), FeatureKind.TAG, "sci fi") > 0);
        assertEquals(-1, encoder.space().columnOf(new Feature(FeatureKind.TAG, "in netflix queue", "")));
        assertEquals(-1, encoder.space().columnOf(new Feature(FeatureKind.GENRE, "imax", "")));
        assertTrue(value(encoder, MOVIES.get(3), FeatureKind.GENRE, "comedy") > 0);
    }

    @Test
    void theLeadCountsMoreAndRareTagsCountMore() {
        assertTrue(value(encoder, TOYS, FeatureKind.ACTOR, "a1") > value(encoder, TOYS, FeatureKind.ACTOR, "a2"));
        assertTrue(value(encoder, TOYS, FeatureKind.TAG, "pixar") > value(encoder, TOYS, FeatureKind.TAG, "sci fi"));
        assertTrue(value(encoder, TOYS, FeatureKind.GENRE, "animation") > value(encoder, TOYS, FeatureKind.GENRE,
                "comedy"));
    }

    @Test
    void aKindGrowsWithItsEvidenceAndTheRestIsTheMoviesOwn() {
        Movie known = movie(1, "A", null, null, List.of("Drama", "Comedy"),
                List.of(new Credit("d1", "Director", Role.DIRECTOR, 1)), List.of());
        FeatureEncoder three = FeatureEncoder.fit(List.of(known,
                movie(2, "B", null, null, List.of("Drama"), List.of(), List.of(new TagCount("noir", 1))), NOTHING),
                new FeatureWeights(2, 3, 0, 1.5, 0, 0, 0));
        // Two of three movies are dramas: log(4/2) / log 4 is 0.5, of which genres take the root. Doubt: 0.3, directors 0.
        double whole = 0.5 + 1 + 0.3;
        double length = Math.sqrt(2 * 2 + 3 * 3 + 1.5 * 1.5);
        assertEquals(2 * Math.sqrt(0.5 / whole) / length, value(three, known, FeatureKind.GENRE, "drama"), 1e-6);
        assertEquals(2 / Math.sqrt(whole) / length, value(three, known, FeatureKind.GENRE, "comedy"), 1e-6);
        assertEquals(3 / length, value(three, known, FeatureKind.DIRECTOR, "d1"), 1e-6);
        assertEquals(Math.sqrt(2 * 2 * 0.3 / whole + 1.5 * 1.5) / length, three.encode(known).own(), 1e-6);
    }

    @Test
    void aKindOfWeightNothingHasNoColumns() {
        FeatureEncoder genresOnly = FeatureEncoder.fit(MOVIES, new FeatureWeights(1, 0, 0, 0, 0, 0, 0));
        assertEquals(3, genresOnly.space().size());
        assertEquals(FeatureKind.GENRE, genresOnly.space().feature(2).kind());
        assertEquals(3, genresOnly.with(TOYS).space().size());
    }

    @Test
    void aNewFeatureIsAsRareAsThatOfOneMovieAndOldOnesStay() {
        Movie changed = movie(2, "Heat Wave", 1995, null, List.of("Drama", "Western"), List.of(), List.of());
        FeatureEncoder extended = encoder.with(changed);
        Feature western = new Feature(FeatureKind.GENRE, "western", "Western");
        assertEquals(-1, encoder.space().columnOf(western));
        assertEquals(encoder.space().size() + 2, extended.space().size());
        int column = extended.space().columnOf(western);
        assertTrue(column >= encoder.space().size());
        assertEquals(western, extended.space().feature(column));
        // Animation is that of a single movie too.
        int animation = extended.space().columnOf(new Feature(FeatureKind.GENRE, "animation", ""));
        assertEquals(extended.space().rarity(animation), extended.space().rarity(column));
        assertSame(extended, extended.with(TOYS));
        FeatureEncoder further = extended.with(movie(9, "Zardoz", null, null, List.of(), List.of(), List.of()));
        assertEquals(column, further.space().columnOf(western));
        assertEquals(extended.space().size() + 1, further.space().size());
        for (int c = 0; c < encoder.space().size(); c++) {
            assertEquals(encoder.space().feature(c), further.space().feature(c));
            assertEquals(encoder.space().rarity(c), further.space().rarity(c));
        }
        assertEquals(encoder.encode(TOYS).value(0), further.encode(TOYS).value(0));
    }

    @Test
    void theOrderOfTheMoviesDoesNotCount() {
        List<Movie> shuffled = new ArrayList<>(MOVIES);
        Collections.shuffle(shuffled, new Random(5));
        assertNotEquals(MOVIES, shuffled);
        FeatureEncoder other = FeatureEncoder.fit(shuffled, FeatureWeights.DEFAULTS);
        for (int c = 0; c < encoder.space().size(); c++) {
            assertEquals(encoder.space().feature(c), other.space().feature(c));
        }
        assertEquals(encoder.encode(TOYS).value(3), other.encode(TOYS).value(3));
    }
}
