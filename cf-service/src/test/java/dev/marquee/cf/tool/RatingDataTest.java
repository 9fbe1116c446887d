package dev.marquee.cf.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.eval.Divider;
import dev.marquee.cf.eval.Division;
import dev.marquee.cf.eval.DivisionOptions;
import dev.marquee.cf.eval.Protocol;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.common.error.DataRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatingDataTest {
    @TempDir
    private Path folder;

    @Test
    void aFileByItselfIsOfTheFormThatItsFirstLineHas() throws IOException {
        assertTwoRatings(write("some.dat", "1::10::5::978302109\n2::20::3.5::0\n"));
        assertTwoRatings(write("some.data", "1\t10\t5\t874965758\n2\t20\t3\t0\n"));
        assertTwoRatings(write("some.csv", "userId,movieId,rating,timestamp\n1,10,5.0,964982703\n2,20,3.5,0\n"));
    }

    @Test
    void aFolderIsReadByWhatItHolds() throws IOException {
        write("ratings-90.dat", "1::10::5::978302109\n2::20::3::0\n");
        write("users.dat", "");
        assertTwoRatings(folder);
    }

    @Test
    void whatIsNoRatingsFileIsRefusedWithWhatWasExpected() throws IOException {
        Path file = write("notes.txt", "nothing of use\n");
        String message = assertThrows(DataRejected.class, () -> new RatingData(file).all()).getMessage();
        assertTrue(message.startsWith(file + ":1: "), message);
        Path absent = folder.resolve("absent");
        assertTrue(assertThrows(DataRejected.class, () -> new RatingData(absent).all()).getMessage()
                .contains(absent.toString()));
    }

    @Test
    void validationDoesNotOpenWhatTheFoldsTest() throws IOException {
        for (int fold = 1; fold <= RatingData.OFFICIAL_FOLDS; fold++) {
            StringBuilder lines = new StringBuilder();
            for (int user = 1; user <= 20; user++) {
                lines.append(user).append('\t').append(user % 7 + 1).append("\t4\t0\n");
            }
            write("u" + fold + ".base", lines.toString());
        }
        Divider divider = new Divider(new RatingData(folder), new DivisionOptions(0.3, 5, 1, List.of(0)));
        var divisions = divider.divisions(Protocol.VALIDATION, 1);
        assertEquals(5, divisions.size());
        for (Supplier<Division> division : divisions) {
            assertEquals(20, division.get().train().size() + division.get().test().size());
        }
        String message = assertThrows(DataRejected.class,
                () -> divider.divisions(Protocol.FOLDS, 1).getFirst().get()).getMessage();
        assertTrue(message.contains("u1.test"), message);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void assertTwoRatings(Path path) {
        RatingMatrix all = new RatingData(path).all();
        assertEquals(2, all.size());
        assertEquals(5, all.rating(all.users().indexOf(1), all.movies().indexOf(10)));
    }
}
