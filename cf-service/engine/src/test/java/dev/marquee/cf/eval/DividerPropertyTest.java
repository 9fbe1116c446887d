package dev.marquee.cf.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.testing.HeldRatings;
import dev.marquee.common.error.DataRejected;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DividerPropertyTest {
    private final Divider divider = new Divider(new HeldRatings(ratings()),
            new DivisionOptions(0.2, 3, 2, List.of(0, 2)));

    /** What a protocol tests may not have a say in the choice of hyper-parameters. */
    @Test
    void validationHasNothingOfWhatIsTested() {
        for (Protocol protocol : List.of(Protocol.KFOLD, Protocol.RANDOM, Protocol.LEAVE_LAST, Protocol.TIME)) {
            for (long seed = 1; seed <= 3; seed++) {
                var outer = divider.divisions(protocol, seed);
                var inner = divider.validation(protocol, seed);
                assertEquals(outer.size(), inner.size());
                for (int i = 0; i < outer.size(); i++) {
                    Set<List<Integer>> tested = cells(outer.get(i).get().test());
                    Division validation = inner.get(i).get();
                    Set<List<Integer>> judged = cells(validation.test());
                    String where = protocol + " " + i + ", seed " + seed;
                    assertFalse(judged.isEmpty(), where);
                    assertTrue(judged.stream().noneMatch(tested::contains), where);
                    Csr train = validation.train().byUser();
                    assertTrue(tested.stream().allMatch(cell -> train.find(cell.get(0), cell.get(1)) < 0), where);
                    assertEquals(divider.all().size(), train.size() + judged.size() + tested.size(), where);
                }
            }
        }
    }

    /** Neither the newcomers who are tested nor any of their ratings is among what hyper-parameters are chosen by. */
    @Test
    void validationOfNewcomersHasOtherNewcomers() {
        Division outer = divider.divisions(Protocol.NEWCOMERS, 1).getFirst().get();
        Division inner = divider.validation(Protocol.NEWCOMERS, 1).getFirst().get();
        Set<Long> tested = ids(outer.exams().getFirst().get().known());
        Set<Long> validated = ids(inner.exams().getFirst().get().known());
        assertFalse(tested.isEmpty() || validated.isEmpty());
        assertTrue(tested.stream().noneMatch(validated::contains));
        assertTrue(ids(inner.train()).stream().noneMatch(user -> tested.contains(user) || validated.contains(user)));
        assertEquals(80, ids(inner.train()).size() + tested.size() + validated.size());
    }

    /** By date, lists are asked for when the training ends: of what came then, not even the time is told. */
    @Test
    void listsByDateAreAskedForAtTheEndOfTheTrainingAndOthersInTheSitting() {
        RatingMatrix all = divider.all();
        Division byTime = divider.divisions(Protocol.TIME, 1).getFirst().get();
        long end = newest(byTime.train());
        assertEquals(OptionalLong.of(end), byTime.exams().getFirst().get().asked().at());
        assertTrue(end < newest(all));
        Division within = divider.validation(Protocol.TIME, 1).getFirst().get();
        assertEquals(OptionalLong.of(newest(within.train())), within.exams().getFirst().get().asked().at());
        for (Protocol protocol : List.of(Protocol.KFOLD, Protocol.RANDOM, Protocol.LEAVE_LAST, Protocol.NEWCOMERS)) {
            Exam exam = divider.divisions(protocol, 1).getFirst().get().exams().getLast().get();
            assertEquals(OptionalLong.empty(), exam.asked().at(), protocol::id);
        }
    }

    private static long newest(RatingMatrix ratings) {
        return IntStream.range(0, ratings.size()).mapToLong(ratings::epochSeconds).max().orElseThrow();
    }

    private static Set<Long> ids(RatingMatrix matrix) {
        return Arrays.stream(matrix.users().ids()).boxed().collect(Collectors.toSet());
    }

    @Test
    void validationOfDataWithoutFoldsIsThatOfTheRandomProtocol() {
        assertEquals(cells(divider.validation(Protocol.RANDOM, 7).getFirst().get().test()),
                cells(divider.divisions(Protocol.VALIDATION, 7).getFirst().get().test()));
    }

    @Test
    void dataThatCannotBeDividedAreRefused() {
        RatingMatrixBuilder two = RatingMatrix.builder();
        two.add(1, 10, 5, 1);
        two.add(2, 10, 4, 1);
        Divider few = new Divider(new HeldRatings(two.build()), DivisionOptions.DEFAULTS);
        for (Protocol protocol : List.of(Protocol.LEAVE_LAST, Protocol.TIME)) {
            assertThrows(DataRejected.class, () -> few.divisions(protocol, 1).getFirst().get());
        }
    }

    /** Of 80 users, in the order of time. */
    private static RatingMatrix ratings() {
        Random random = new Random(7);
        RatingMatrixBuilder builder = RatingMatrix.builder();
        for (int user = 1; user <= 80; user++) {
            for (int movie = 1 + random.nextInt(9); movie <= 300; movie += 1 + random.nextInt(9)) {
                builder.add(user, movie, 1 + random.nextInt(5), 1_000_000_000L + random.nextInt(1_000_000));
            }
        }
        return builder.build();
    }

    private static Set<List<Integer>> cells(HeldOut held) {
        Set<List<Integer>> cells = new HashSet<>();
        for (int i = 0; i < held.size(); i++) {
            cells.add(List.of(held.user(i), held.movie(i)));
        }
        return cells;
    }
}
