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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextTableTest {
    @TempDir
    Path folder;

    private final Rejections rejections = new Rejections(OnError.SKIP);

    private List<String> read(Delimiter delimiter, boolean header, String content) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), content);
        TextTable table = new TextTable(file, StandardCharsets.UTF_8, delimiter, header, List.of("id", "name"));
        List<String> rows = new ArrayList<>();
        table.read(rejections, IngestProgress.NONE,
                fields -> rows.add(fields.id(0, "id") + "=" + fields.text(1)));
        return rows;
    }

    private String rejected(int index) {
        return rejections.listed().get(index).describe();
    }

    @Test
    void findsColumnsByNameInAnyOrder() throws IOException {
        assertEquals(List.of("1=a", "2=b"), read(Delimiter.COMMA, true, "name,x,id\na,?,1\nb,?,2\n"));
        assertEquals(0, rejections.total());
    }

    @Test
    void readsQuotedFields() throws IOException {
        assertEquals(List.of("1=a, \"b\"", "2=", "3=,"),
                read(Delimiter.COMMA, true, "id,name\n1,\"a, \"\"b\"\"\"\n2,\"\"\n\"3\",\",\"\n"));
        assertEquals(0, rejections.total());
    }

    @Test
    void readsTheOtherDelimiters() throws IOException {
        assertEquals(List.of("1=\"a", "2="), read(Delimiter.TAB, false, "1\t\"a\n2\t\n"));
        assertEquals(List.of("1=a:b"), read(Delimiter.DOUBLE_COLON, false, "1::a:b\n"));
        assertEquals(List.of("1=a,b"), read(Delimiter.PIPE, false, "1|a,b\n"));
        assertEquals(0, rejections.total());
    }

    @Test
    void namesLineAndReasonOfBrokenLines() throws IOException {
        String content = "id,name\n1\n2,a,b\n3,\"open\n4,\"a\"b\nx,a\n0,a\n9,fine\n99999999999999999999,a\n";
        assertEquals(List.of("9=fine"), read(Delimiter.COMMA, true, content));
        assertEquals(7, rejections.total());
        assertEquals("table.csv:2: the line has 1 fields instead of 2: 1", rejected(0));
        assertEquals("table.csv:3: the line has 3 fields instead of 2: 2,a,b", rejected(1));
        assertTrue(rejected(2).startsWith("table.csv:4: a quoted field is not closed"), rejected(2));
        assertTrue(rejected(3).startsWith("table.csv:5: there is text between a closing quote"), rejected(3));
        assertEquals("table.csv:6: id must be a whole number from 1 on, is 'x': x,a", rejected(4));
        assertEquals("table.csv:7: id must be a whole number from 1 on, is '0': 0,a", rejected(5));
        assertTrue(rejected(6).startsWith("table.csv:9: id must be"), rejected(6));
    }

    @Test
    void failModeNamesTheFirstBrokenLine() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "id,name\n1,a\n\nx,b\n");
        TextTable table = new TextTable(file, StandardCharsets.UTF_8, Delimiter.COMMA, true, List.of("id"));
        DataRejected e = assertThrows(DataRejected.class, () -> table.read(new Rejections(OnError.FAIL),
                IngestProgress.NONE, fields -> fields.id(0, "id")));
        assertTrue(e.getMessage().startsWith("t.csv:4: id must be"), e.getMessage());
    }

    @Test
    void anEmptyFileIsARejection() throws IOException {
        assertEquals(List.of(), read(Delimiter.COMMA, true, ""));
        assertEquals("table.csv:1: the file is empty", rejected(0));
        assertEquals(List.of(), read(Delimiter.COMMA, true, "id,name\n"));
        assertEquals("table.csv:1: the file has no line after its header", rejected(1));
        assertEquals(List.of(), read(Delimiter.TAB, false, ""));
        assertEquals(3, rejections.total());
    }

    @Test
    void aHeaderWithoutAColumnIsRefusedInEveryMode() {
        DataRejected e = assertThrows(DataRejected.class, () -> read(Delimiter.COMMA, true, "id,title\n1,a\n"));
        assertTrue(e.getMessage().startsWith("table.csv:1: there is no column name: id,title"), e.getMessage());
        assertThrows(DataRejected.class, () -> read(Delimiter.COMMA, true, "id,name,id\n1,a,1\n"));
        assertThrows(DataRejected.class, () -> read(Delimiter.COMMA, true, "id,\"name\n1,a\n"));
    }

    @Test
    void countsAllButListsOnlyTheFirst() throws IOException {
        read(Delimiter.COMMA, true, "id,name\n" + "broken\n".repeat(1000));
        assertEquals(1000, rejections.total());
        assertEquals(Rejections.LISTED, rejections.listed().size());
        assertEquals(2, rejections.listed().getFirst().line());
    }

    private List<String> readOld(Charset published, Charset written, String content) throws IOException {
        Path file = Files.writeString(folder.resolve("old.dat"), content, written);
        List<String> rows = new ArrayList<>();
        new TextTable(file, published, Delimiter.DOUBLE_COLON, false, List.of("id", "name")).read(rejections,
                IngestProgress.NONE, fields -> rows.add(fields.text(1)));
        return rows;
    }

    @Test
    void aFileWithoutAHeaderIsReadInTheEncodingThatItIsIn() throws IOException {
        String content = "1::Café\n2::Coffee\n3::Crème\n";
        List<String> names = List.of("Café", "Coffee", "Crème");
        for (Charset published : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            assertEquals(names, readOld(published, StandardCharsets.UTF_8, content));
            assertEquals(names, readOld(published, StandardCharsets.ISO_8859_1, content));
        }
        assertEquals(List.of("old.dat is in ISO-8859-1, not in UTF-8 as it was published; it was read as ISO-8859-1.",
                "old.dat is in UTF-8, not in ISO-8859-1 as it was published; it was read as UTF-8."),
                rejections.notes());
        assertEquals(0, rejections.total());
    }

    @Test
    void oneDamagedLineDoesNotChangeTheEncodingOfTheOthers() throws IOException {
        String content = new String("1::Café\n2::Crème\n".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                + "3::\u00e9\n";
        assertEquals(List.of("Café", "Crème"), readOld(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, content));
        assertEquals("old.dat:3: not valid UTF-8: byte 4 of the line is 0xE9: 3::\uFFFD", rejected(0));
        assertEquals(List.of("1 of the lines of old.dat that were left out are not UTF-8. If the file is in another"
                + " encoding, save it as UTF-8 and import again."), rejections.notes());
    }

    @Test
    void whatIsLeftOfALineThatIsLeftOutCanBeLookedAt() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "name,id\na\nb,2,?\n\"c\" ,3\nd,4\ne,0\n,6\n");
        TextTable table = new TextTable(file, StandardCharsets.UTF_8, Delimiter.COMMA, true, List.of("id", "name"));
        List<Long> ids = new ArrayList<>();
        table.read(rejections, IngestProgress.NONE, fields -> {
            fields.id(0, "id");
            if (fields.isEmpty(1)) {
                throw new LineFault("no name");
            }
        }, fields -> ids.add(fields.idIfAny(0)));
        assertEquals(List.of(0L, 2L, 0L, 0L, 6L), ids);
        assertEquals(List.of("Of the 6 lines of t.csv only 1 could be used. Look whether it is the right file."),
                rejections.notes());
    }

    @Test
    void aHeaderWithOtherSeparatorsSaysWhichAreWanted() {
        String refusal = assertThrows(DataRejected.class, () -> read(Delimiter.COMMA, true, "id;name\n1;a\n"))
                .getMessage();
        assertTrue(refusal.endsWith("The first line must name the columns id, name, separated by commas."
                + " Nothing was imported."), refusal);
    }

    @Test
    void theFailureOfAnImportWithoutALineNamesTheFirst() throws IOException {
        for (int line = 1; line <= Rejections.LISTED; line++) {
            rejections.add("other.csv", line, "bad", "");
        }
        read(Delimiter.COMMA, true, "id,name\nx,y\nz,y\n");
        assertEquals("No line of " + folder.resolve("table.csv") + " can be used. The first one:"
                + " table.csv:2: id must be a whole number from 1 on, is 'x': x,y. Nothing was imported. Look whether this"
                + " is the right file, whether it is whole, and whether the other files of its folder belong to it.",
                rejections.nothingUsable(folder.resolve("table.csv")).getMessage());
    }
}
