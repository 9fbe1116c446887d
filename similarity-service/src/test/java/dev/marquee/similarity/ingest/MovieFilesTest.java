package dev.marquee.similarity.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.similarity.movie.Movie;
import dev.marquee.similarity.movie.TagCount;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovieFilesTest {
    @TempDir
    Path folder;

    private final Rejections rejections = new Rejections(OnError.SKIP);

    private void write(String name, String content) throws IOException {
        write(name, content, StandardCharsets.UTF_8);
    }

    private void write(String name, String content, Charset charset) throws IOException {
        Files.writeString(folder.resolve(name), content, charset);
    }

    private MovieFiles read() {
        return MovieFiles.read(DatasetFolder.detect(folder), null, rejections, IngestProgress.NONE);
    }

    private List<String> reasons() {
        return rejections.listed().stream().map(line -> line.file() + ":" + line.line() + ": " + line.reason())
                .toList();
    }

    @Test
    void readsTheCsvReleases() throws IOException {
        write("movies.csv", "movieId,title,genres\n1,Toy Story (1995),Animation|Comedy\n"
                + "7,\"American President, The (1995)\",(no genres listed)\n");
        write("links.csv", "movieId,imdbId,tmdbId\n1,0114709,862\n7,0112346,\n");
        write("tags.csv", "userId,movieId,tag,timestamp\n1,1, Pixar ,5\n2,1,pixar,5\n2,1,PIXAR,6\n1,1,fun,5\n"
                + "1,1,best,5\n");
        MovieFiles read = read();
        assertEquals(Map.of("movies", 2L, "links", 2L, "tags", 5L), read.counts());
        Movie toys = new Movie(1, "Toy Story", 1995, null, List.of("Animation", "Comedy"), List.of(),
                List.of(new TagCount("pixar", 2), new TagCount("best", 1), new TagCount("fun", 1)), "0114709", 862L);
        Movie president = new Movie(7, "The American President", 1995, null, List.of(), List.of(), List.of(),
                "0112346", null);
        assertEquals(List.of(toys, president), read.movies());
        assertEquals(0, rejections.total());
    }

    @Test
    void readsTheOlderReleases() throws IOException {
        write("users.dat", "");
        write("movies.dat", "1::Cité, La (1995)::Children's|Drama\n", StandardCharsets.ISO_8859_1);
        assertEquals(List.of(new Movie(1, "La Cité", 1995, null, List.of("Children", "Drama"), List.of(), List.of(),
                null, null)), read().movies());
        Files.delete(folder.resolve("users.dat"));
        write("movies.dat", "1::Cité, La (1995)::Drama\n");
        write("tags.dat", "3::1::Paris::9\n");
        assertEquals(List.of(new TagCount("paris", 1)), read().movies().getFirst().tags());
        assertEquals("La Cité", read().movies().getFirst().title());
    }

    @Test
    void reads100K() throws IOException {
        write("u.item", "4|Get Shorty (1995)|01-Jan-1995||http://x|0|1|0|0|1|1|0|0|1|0|0|0|0|0|0|0|0|0|0\n"
                + "267|unknown||||1|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0\n"
                + "5|Bad Flag (1995)||||2|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0\n");
        List<Movie> movies = read().movies();
        assertEquals(List.of("Action", "Children", "Comedy", "Drama"), movies.get(0).genres());
        assertEquals(List.of(), movies.get(1).genres());
        assertNull(movies.get(1).year());
        assertEquals(List.of("u.item:3: the flag of genre unknown must be 0 or 1"), reasons());
    }

    @Test
    void namesEveryLineThatIsLeftOut() throws IOException {
        write("movies.csv", "movieId,title,genres\n1,A (2000),Drama\n1,B (2000),Drama\n2,,Drama\nx,C,Drama\n3,D\n"
                + "4," + "t".repeat(Texts.LONGEST + 1) + ",Drama\n");
        write("links.csv", "movieId,imdbId,tmdbId\n1,tt1,2\n9,1,2\n1,1,2\n1,3,4\n");
        write("tags.csv", "userId,movieId,tag,timestamp\n1,9,x,1\n1,1,  ,1\n0,1,x,1\n1,1,\"x,1\n");
        MovieFiles read = read();
        assertEquals(Map.of("movies", 1L, "links", 1L, "tags", 0L), read.counts());
        assertEquals(List.of("movies.csv:3: movie 1 is already in the file; the first line counts",
                "movies.csv:4: title is empty", "movies.csv:5: movieId must be a whole number from 1 on, is 'x'",
                "movies.csv:6: the line has 2 fields instead of 3", "movies.csv:7: title is longer than 500 characters",
                "links.csv:2: imdbId must be a whole number from 1 on, is 'tt1'",
                "links.csv:3: movie 9 is not in the movies file",
                "links.csv:5: movie 1 is already linked; the first line counts",
                "tags.csv:2: movie 9 is not in the movies file", "tags.csv:3: tag is empty",
                "tags.csv:4: userId must be a whole number from 1 on, is '0'",
                "tags.csv:5: a quoted field is not closed in this line (line breaks inside a field are not read)"),
                reasons());
    }

    @Test
    void emptyFilesAreNamedAndFailModeChangesNothing() throws IOException {
        write("movies.csv", "");
        write("links.csv", "");
        assertEquals(List.of(), read().movies());
        assertEquals(List.of("movies.csv:1: the file is empty", "links.csv:1: the file is empty"), reasons());
        DataRejected e = assertThrows(DataRejected.class, () -> MovieFiles.read(DatasetFolder.detect(folder), null,
                new Rejections(OnError.FAIL), IngestProgress.NONE));
        assertTrue(e.getMessage().startsWith("movies.csv:1: the file is empty"), e.getMessage());
    }

    @Test
    void aGenreIsSpeltInOneWayOnly() throws IOException {
        write("movies.csv", "movieId,title,genres\n1,A (2000),Drama|drama|DRAMA | film noir|(no genres listed)\n"
                + "2,B (2001),Claymation|Come\u0301die\n3,C (2002),CLAYMATION|com\u00e9die|Unknown\n");
        List<Movie> movies = read().movies();
        assertEquals(List.of("Drama", "Film-Noir"), movies.get(0).genres());
        assertEquals(List.of("Claymation", "Com\u00e9die"), movies.get(1).genres());
        assertEquals(movies.get(1).genres(), movies.get(2).genres());
    }

    @Test
    void aTagIsTheSameHoweverItsLettersAreWritten() throws IOException {
        write("movies.csv", "movieId,title,genres\n1,A (2000),Drama\n");
        write("tags.csv", "userId,movieId,tag,timestamp\n1,1,cafe\u0301  noir,1\n2,1,CAF\u00c9 NOIR,1\n"
                + "3,1,\u00a0caf\u00e9\u00a0noir,1\n");
        assertEquals(List.of(new TagCount("caf\u00e9 noir", 3)), read().movies().getFirst().tags());
    }

    @Test
    void aTagIsNotBlamedForTheLineOfItsMovie() throws IOException {
        write("movies.csv", "movieId,title,genres\n1,A (2000),Drama\n2,,Drama\n3,C (2000),Drama\n4,D (2000),Drama\n");
        write("links.csv", "movieId,imdbId,tmdbId\n1,1,1\n3,3,3\n2,2,2\n4,4,4\n");
        write("tags.csv", "userId,movieId,tag,timestamp\n1,1,x,1\n1,3,x,1\n1,2,x,1\n1,9,x,1\n");
        read();
        assertEquals(List.of("movies.csv:3: title is empty",
                "links.csv:4: the line of movie 2 in the movies file was left out",
                "tags.csv:4: the line of movie 2 in the movies file was left out",
                "tags.csv:5: movie 9 is not in the movies file"), reasons());
        assertEquals(List.of("2 lines were left out because the line of their movie in the movies file was.",
                "1 lines were left out because their movie is not in the movies file."), rejections.notes());
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        write("movies.csv", "movieId,title,genres\n1,A,(no genres listed)\n2,B,\n");
        write("tags.csv.gz", "");
        read();
        assertEquals(List.of("There is no links.csv in " + folder + ": movies have no ids of IMDb and TMDB.",
                "There is no tags.csv in " + folder + ": movies have no tags. Unpack tags.csv.gz.",
                "No movie has a genre.", "No movie has a year; titles end with it, as in Heat (1995)."),
                rejections.notes());
        assertEquals(0, rejections.total());
    }

    @Test
    void oldFilesInEitherEncodingAreRead() throws IOException {
        String line = "1::Caf\u00e9 (1999)::Drama\n";
        write("users.dat", "");
        write("movies.dat", line);
        assertEquals("Caf\u00e9", read().movies().getFirst().title(), "1M in UTF-8");
        Files.delete(folder.resolve("users.dat"));
        write("movies.dat", line, StandardCharsets.ISO_8859_1);
        assertEquals("Caf\u00e9", read().movies().getFirst().title(), "1M without its users");
        write("tags.dat", "1::1::caf\u00e9::1\n", StandardCharsets.ISO_8859_1);
        assertEquals(List.of(new TagCount("caf\u00e9", 1)), read().movies().getFirst().tags(), "10M in ISO-8859-1");
        Files.delete(folder.resolve("movies.dat"));
        Files.delete(folder.resolve("tags.dat"));
        write("u.item", "4|Caf\u00e9 (1999)|01-Jan-1999||http://x|0|1|0|0|0|0|0|0|1|0|0|0|0|0|0|0|0|0|0\n");
        assertEquals("Caf\u00e9", read().movies().getFirst().title(), "100K in UTF-8");
        assertEquals(0, rejections.total());
        assertEquals(5, rejections.notes().size(), rejections.notes().toString());
    }
}
