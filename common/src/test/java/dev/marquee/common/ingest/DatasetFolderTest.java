package dev.marquee.common.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.DataRejected;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFolderTest {
    @TempDir
    Path folder;

    private void files(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), "x");
        }
    }

    private String refusal() {
        return assertThrows(DataRejected.class, () -> DatasetFolder.detect(folder)).getMessage();
    }

    @Test
    void findsTheCsvReleases() throws IOException {
        files("ratings.csv", "movies.csv", "links.csv", "README.txt");
        DatasetFolder found = DatasetFolder.detect(folder);
        assertEquals(ReleaseFormat.CSV, found.format());
        assertEquals(folder.resolve("ratings.csv"), found.ratings());
        assertEquals(folder.resolve("movies.csv"), found.movies());
        assertEquals(Optional.of(folder.resolve("links.csv")), found.links());
        assertEquals(Optional.empty(), found.tags());
    }

    @Test
    void tells1MFrom10MByTheUsersFile() throws IOException {
        files("ratings-90.dat", "movies.dat", "tags.dat");
        DatasetFolder tenM = DatasetFolder.detect(folder);
        assertEquals(ReleaseFormat.ML_10M, tenM.format());
        assertEquals(folder.resolve("ratings-90.dat"), tenM.ratings());
        assertEquals(Optional.of(folder.resolve("tags.dat")), tenM.tags());
        files("users.dat");
        assertEquals(ReleaseFormat.ML_1M, DatasetFolder.detect(folder).format());
    }

    @Test
    void finds100K() throws IOException {
        files("u.data", "u.item", "u1.base");
        DatasetFolder found = DatasetFolder.detect(folder);
        assertEquals(ReleaseFormat.ML_100K, found.format());
        assertEquals(folder.resolve("u.data"), found.ratings());
        assertEquals(Optional.of(folder.resolve("u.item")), found.moviesIfPresent());
    }

    @Test
    void saysWhatWasLookedForWhatIsThereAndWhatToDo() throws IOException {
        assertTrue(refusal().contains("There is: nothing"), refusal());
        files("notes.txt");
        assertTrue(refusal().contains("Looked for ratings.csv") && refusal().contains("notes.txt"), refusal());
        files("ml-25m.zip");
        assertTrue(refusal().contains("Unpack ml-25m.zip"), refusal());
        files("ml-1m/ratings.dat");
        assertTrue(refusal().contains("There is one in " + folder.resolve("ml-1m")), refusal());
    }

    @Test
    void refusesWhatIsAmbiguousOrNoFolder() throws IOException {
        files("ratings.csv", "u.data");
        assertTrue(refusal().contains("MovieLens CSV, MovieLens 100K"), refusal());
        Path file = folder.resolve("u.data");
        assertThrows(DataRejected.class, () -> DatasetFolder.detect(file));
        assertThrows(DataRejected.class, () -> DatasetFolder.detect(folder.resolve("absent")));
    }

    @Test
    void namesTheFileThatIsMissing() throws IOException {
        files("movies.csv");
        DatasetFolder found = DatasetFolder.detect(folder);
        String message = assertThrows(DataRejected.class, found::ratings).getMessage();
        assertTrue(message.contains("There is no ratings.csv"), message);
        files("ratings.dat");
        Files.delete(folder.resolve("movies.csv"));
        files("ratings-90.dat");
        DatasetFolder two = DatasetFolder.detect(folder);
        assertTrue(assertThrows(DataRejected.class, two::ratings).getMessage().contains("ratings-90.dat"));
    }

    private ReleaseFormat byLetters(String title, Charset charset) throws IOException {
        Files.writeString(folder.resolve("movies.dat"), "1::" + title + "::Drama\n", charset);
        return DatasetFolder.detect(folder).format();
    }

    @Test
    void withoutUsersAndTagsTheLettersTell1MFrom10M() throws IOException {
        files("ratings.dat");
        assertEquals(ReleaseFormat.ML_1M, byLetters("Café (1999)", StandardCharsets.ISO_8859_1));
        Rejections told = new Rejections(OnError.FAIL);
        DatasetFolder.detect(folder).tell(told);
        assertEquals(List.of("There is neither users.dat (1M) nor tags.dat (10M) in " + folder + "; by what movies.dat"
                + " holds it was read as MovieLens 1M, with whole stars. Add the file if that is wrong."),
                told.notes());
        assertEquals(ReleaseFormat.ML_10M, byLetters("Café (1999)", StandardCharsets.UTF_8));
        assertEquals(ReleaseFormat.ML_10M, byLetters("Coffee (1999)", StandardCharsets.UTF_8));
        Files.delete(folder.resolve("movies.dat"));
        assertEquals(ReleaseFormat.ML_10M, DatasetFolder.detect(folder).format());
    }

    @Test
    void genresTellBetterThanLettersThatSomebodyConverted() throws IOException {
        files("ratings.dat");
        assertEquals(ReleaseFormat.ML_1M, byGenres("Comedy|Children's|Drama", StandardCharsets.UTF_8));
        assertEquals(ReleaseFormat.ML_10M, byGenres("Comedy|Children|Drama", StandardCharsets.ISO_8859_1));
        assertEquals(ReleaseFormat.ML_10M, byGenres("IMAX", StandardCharsets.ISO_8859_1));
    }

    private ReleaseFormat byGenres(String genres, Charset charset) throws IOException {
        Files.writeString(folder.resolve("movies.dat"), "1::Children's Hour, The|Caf\u00e9 (1961)::" + genres + "\n",
                charset);
        return DatasetFolder.detect(folder).format();
    }

    @Test
    void whereNothingIsGuessedNothingIsSaid() throws IOException {
        Rejections told = new Rejections(OnError.FAIL);
        files("ratings.dat", "movies.dat", "tags.dat");
        DatasetFolder.detect(folder).tell(told);
        files("users.dat");
        DatasetFolder.detect(folder).tell(told);
        assertEquals(List.of(), told.notes());
    }
}
