package dev.marquee.common.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.common.error.CorruptData;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonColumnsTest {
    private static final TypeReference<Point> POINT = new TypeReference<>() {};

    private final ObjectMapper strict = new ObjectMapper();
    private final JsonColumns columns = new JsonColumns(strict, "place");

    JsonColumnsTest() {
        new StrictJson().customize(strict);
    }

    record Point(int x, int y) {}

    @Test
    void whatIsWrittenIsRead() {
        assertEquals(new Point(1, 2), columns.read(columns.write(new Point(1, 2)), POINT));
        Map<String, List<String>> names = Map.of("a \"b\"", List.of("å", "\\"));
        assertEquals(names, columns.read(columns.write(names), new TypeReference<Map<String, List<String>>>() {}));
    }

    @Test
    void whatMayBeNullIsReadAsSuch() {
        assertNull(columns.readOrNull(null, POINT));
        assertEquals(new Point(1, 2), columns.readOrNull("{\"x\": 1, \"y\": 2}", POINT));
    }

    @Test
    void whatThereIsNoneOfNeedNotBeStored() {
        record Place(String name, Integer height, List<Integer> depths) {}
        assertEquals("{\"depths\":[1,null]}", columns.writeKnown(new Place(null, null, Arrays.asList(1, null))));
    }

    @Test
    void whatAnotherVersionStoredIsRead() {
        assertEquals(new Point(1, 0), columns.read("{\"x\": 1, \"z\": 3}", POINT));
    }

    @Test
    void whatCannotBeReadSaysWhereItStands() {
        String said = assertThrows(CorruptData.class, () -> columns.read("{\"x\": \"north\"}", POINT)).getMessage();
        assertTrue(said.contains("Table place"), said);
        assertTrue(said.contains("north"), said);
    }
}
