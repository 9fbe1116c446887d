package dev.marquee.similarity.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.similarity.features.FeatureMatrix;
import dev.marquee.similarity.features.SparseVector;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final List<SparseVector> VECTORS = IntStream.range(0, 3).mapToObj(VectorMovies::vector).toList();

    private final IndexedMovies indexed = IndexedMovies.of(VectorMovies.movies(10, 20, 30),
            FeatureMatrix.of(VECTORS, 5));

    private static Changes adding(Changes changes, long id, int column) {
        return changes.adding(VectorMovies.movie(id), VectorMovies.vector(column));
    }

    @Test
    void whatIsAddedIsFoundWhereverItStands() {
        Changes changes = Changes.none(3);
        for (long id : new long[]{50, 10, 40, 20, 30}) {
            changes = adding(changes, id, 1);
        }
        assertEquals(List.of(10L, 20L, 30L, 40L, 50L), changes.added().stream().map(a -> a.movie().movieId()).toList());
        for (int place = 0; place < 5; place++) {
            assertEquals(place, changes.find(10L * (place + 1)));
            assertEquals(-place - 1, changes.find(10L * (place + 1) - 5));
        }
        assertEquals(-6, changes.find(55));
    }

    @Test
    void aMovieThatIsAddedAgainTakesItsOwnPlace() {
        Changes changes = adding(adding(Changes.none(3), 15, 1), 15, 2);
        assertEquals(1, changes.added().size());
        assertEquals(1, changes.added().getFirst().vector().at(2));
    }

    @Test
    void hiddenAndAddedMoviesAreBothCarriedAlong() {
        Changes changes = adding(Changes.none(3).hiding(1, 1, -1), 25, 3);
        assertTrue(changes.isHidden(1));
        assertEquals(1, changes.hiddenCount());
        assertEquals(2, changes.size());
    }

    @Test
    void appliedChangesLeaveTheMoviesInTheOrderOfTheirIds() {
        Changes changes = adding(adding(Changes.none(3).hiding(1), 25, 3), 5, 4);
        IndexedMovies next = changes.applyTo(indexed, 5);
        assertEquals(List.of(5L, 10L, 25L, 30L),
                IntStream.range(0, next.size()).mapToObj(number -> next.movie(number).movieId()).toList());
        int[] columns = {4, 0, 3, 2};
        for (int number = 0; number < columns.length; number++) {
            assertEquals(1, next.vector(number).at(columns[number]), "movie " + next.movie(number).movieId());
        }
        assertSame(indexed.movie(2), next.movie(3));
    }
}
