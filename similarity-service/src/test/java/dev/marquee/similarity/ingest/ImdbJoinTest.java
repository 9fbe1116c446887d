package dev.marquee.similarity.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.similarity.movie.Credit;
import dev.marquee.similarity.movie.Movie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImdbJoinTest {
    @TempDir
    Path folder;

    private final Rejections rejections = new Rejections(OnError.SKIP);

    @BeforeEach
    void movieLens() throws IOException {
        write("movies.csv", "movieId,title,genres\n1,Toy Story (1995),Animation\n2,Heat,Crime\n3,Unlinked,Drama\n");
        write("links.csv", "movieId,imdbId,tmdbId\n1,0114709,862\n2,10113277,\n");
        write("title.basics.tsv", "tconst\ttitleType\tstartYear\truntimeMinutes\n"
                + "tt0000001\tmovie\t1894\t1\ntt0114709\tmovie\t1996\t81\ntt10113277\tmovie\t1995\t\\N\n");
        write("title.crew.tsv", "tconst\tdirectors\twriters\ntt0114709\tnm0000005,nm0000004\t\\N\n"
                + "tt10113277\t\\N\t\\N\n");
        write("title.principals.tsv", "tconst\tordering\tnconst\tcategory\n" + "tt0000001\t1\tnm0000009\tactor\n"
                + "tt0114709\t3\tnm0000003\tactress\ntt0114709\t1\tnm0000001\tactor\n"
                + "tt0114709\t2\tnm0000002\tproducer\ntt0114709\t4\tnm0000001\tactor\n"
                + "tt0114709\t5\tnm0000007\tactor\ntt10113277\t1\tnm0000006\tdirector\n");
        write("name.basics.tsv", "nconst\tprimaryName\nnm0000001\tTom\nnm0000003\tAnnie\nnm0000004\tJohn\n"
                + "nm0000005\tJoe\nnm0000006\tMichael\nnm0000008\tNobody\n");
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private MovieFiles read() {
        return MovieFiles.read(DatasetFolder.detect(folder), folder, rejections, IngestProgress.NONE);
    }

    @Test
    void joinsThroughTheLinks() {
        MovieFiles read = read();
        Movie toys = read.movies().get(0);
        assertEquals(1995, toys.year(), "MovieLens' year stays");
        assertEquals(81, toys.runtimeMinutes());
        assertEquals(List.of(new Credit("nm0000005", "Joe", Credit.Role.DIRECTOR, 1),
                new Credit("nm0000004", "John", Credit.Role.DIRECTOR, 2),
                new Credit("nm0000001", "Tom", Credit.Role.ACTOR, 1),
                new Credit("nm0000003", "Annie", Credit.Role.ACTOR, 2)), toys.credits());
        Movie heat = read.movies().get(1);
        assertEquals(1995, heat.year(), "a missing year is filled in");
        assertEquals(List.of(new Credit("nm0000006", "Michael", Credit.Role.DIRECTOR, 1)), heat.credits());
        assertEquals(List.of(), read.movies().get(2).credits());
        assertEquals(2L, read.counts().get("imdbMovies"));
        assertEquals(5L, read.counts().get("credits"));
        assertEquals(5L, read.counts().get("persons"));
        assertEquals(1L, read.counts().get("personsWithoutName"));
        assertEquals(1L, read.counts().get("runtimes"));
        assertEquals(0, rejections.total());
    }

    @Test
    void keepsTheFirstTenOfTheCast() throws IOException {
        StringBuilder principals = new StringBuilder("tconst\tordering\tnconst\tcategory\n");
        StringBuilder names = new StringBuilder("nconst\tprimaryName\n");
        for (int i = 30; i >= 1; i--) {
            principals.append("tt0114709\t").append(i).append("\tnm").append(i + 100).append("\tactor\n");
            names.append("nm").append(i + 100).append("\tActor ").append(i).append('\n');
        }
        write("title.principals.tsv", principals.toString());
        write("name.basics.tsv", names.toString());
        List<Credit> cast = read().movies().getFirst().credits();
        assertEquals(ImdbJoin.CAST, cast.size());
        assertEquals(new Credit("nm0000101", "Actor 1", Credit.Role.ACTOR, 1), cast.getFirst());
        assertEquals(new Credit("nm0000110", "Actor 10", Credit.Role.ACTOR, 10), cast.getLast());
    }

    @Test
    void namesBrokenLines() throws IOException {
        write("title.basics.tsv", "tconst\ttitleType\tstartYear\truntimeMinutes\nx\tmovie\t1\t1\n"
                + "tt0114709\tmovie\t1995\tlong\ntt0114709\tmovie\t1995\t9999999\ntt0114709\tmovie\n");
        write("title.crew.tsv", "tconst\tdirectors\twriters\ntt0114709\tnm0000005,?\t\\N\n");
        List<String> expected = List.of("title.basics.tsv:2: tconst must be tt and digits, is 'x'",
                "title.basics.tsv:3: runtimeMinutes must be a whole number from 1 on, is 'long'",
                "title.basics.tsv:4: runtimeMinutes 9999999 is out of range: at most 100000",
                "title.basics.tsv:5: the line has 2 fields instead of 4",
                "title.crew.tsv:2: a person's id must be nm and digits, is '?'");
        read();
        assertEquals(expected, rejections.listed().stream()
                .map(line -> line.file() + ":" + line.line() + ": " + line.reason()).toList());
    }

    @Test
    void refusesAFolderWithoutTheFilesAndAReleaseWithoutLinks() throws IOException {
        Files.delete(folder.resolve("title.crew.tsv"));
        String message = assertThrows(DataRejected.class, this::read).getMessage();
        assertTrue(message.contains("lacks title.crew.tsv."), message);
        write("title.crew.tsv.gz", "");
        message = assertThrows(DataRejected.class, this::read).getMessage();
        assertTrue(message.contains("gunzip"), message);
        Files.delete(folder.resolve("links.csv"));
        message = assertThrows(DataRejected.class, this::read).getMessage();
        assertTrue(message.contains("joined to movies through links.csv"), message);
    }

    @Test
    void saysHowManyOfTheLinkedMoviesImdbKnows() throws IOException {
        write("links.csv", "movieId,imdbId,tmdbId\n1,0114709,862\n2,7,\n");
        assertEquals(1L, read().counts().get("imdbMovies"));
        assertTrue(rejections.notes().contains("IMDb's files know 1 of the 2 movies that are linked to IMDb."),
                rejections.notes().toString());
        write("links.csv", "movieId,imdbId,tmdbId\n1,8,862\n2,7,\n");
        assertEquals(0L, read().counts().get("imdbMovies"));
        assertTrue(rejections.notes().contains("IMDb's files know none of the 2 movies that are linked to IMDb."),
                rejections.notes().toString());
        write("links.csv", "movieId,imdbId,tmdbId\n1,,862\n");
        assertEquals(0L, read().counts().get("imdbMovies"));
        assertTrue(rejections.notes().contains("No movie is linked to IMDb: nothing of its files was used."),
                rejections.notes().toString());
    }
}
