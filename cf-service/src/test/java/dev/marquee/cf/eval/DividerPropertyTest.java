package dev.marquee.cf.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.testing.TasteFolder;
import dev.marquee.cf.tool.RatingData;
import dev.marquee.common.error.DataRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DividerPropertyTest {
    private final Divider divider = new Divider(new RatingData(TasteFolder.create()), new DivisionOptions(0.2, 3, 2));

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

    @Test
    void validationOfDataWithoutFoldsIsThatOfTheRandomProtocol() {
        assertEquals(cells(divider.validation(Protocol.RANDOM, 7).getFirst().get().test()),
                cells(divider.divisions(Protocol.VALIDATION, 7).getFirst().get().test()));
    }

    @Test
    void dataThatCannotBeDividedAreRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("ratings.dat"), "1::10::5::1\n2::10::4::1\n");
        Divider few = new Divider(new RatingData(file), DivisionOptions.DEFAULTS);
        for (Protocol protocol : List.of(Protocol.LEAVE_LAST, Protocol.TIME)) {
            assertThrows(DataRejected.class, () -> few.divisions(protocol, 1).getFirst().get());
        }
    }

    private static Set<List<Integer>> cells(HeldOut held) {
        Set<List<Integer>> cells = new HashSet<>();
        for (int i = 0; i < held.size(); i++) {
            cells.add(List.of(held.user(i), held.movie(i)));
        }
        return cells;
    }
}
