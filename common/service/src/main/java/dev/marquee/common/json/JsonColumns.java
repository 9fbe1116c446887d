package dev.marquee.common.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marquee.common.error.CorruptData;
import org.jspecify.annotations.Nullable;

/**
 * Values as a table's columns of type {@code jsonb} hold them; one that may be null is read as such. What another
 * version of Marquee has stored is read, too. Immutable, thread-safe.
 */
public final class JsonColumns {
    private final ObjectMapper json;
    private final String table;

    /** @param table its name, for error messages */
    public JsonColumns(ObjectMapper json, String table) {
        this.json = json;
        this.table = table;
    }

    /** The text to store: a statement takes it as {@code ?::jsonb}. */
    public String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This cannot be stored in table " + table + ": " + value, e);
        }
    }

    /** As {@link #write}, of an object without its fields that are null; objects within it keep theirs. */
    public String writeKnown(Object value) {
        ObjectNode fields = json.valueToTree(value);
        fields.properties().removeIf(field -> field.getValue().isNull());
        return write(fields);
    }

    /** @throws CorruptData where the text is no such value */
    public <T> T read(String text, TypeReference<T> type) {
        try {
            return StrictJson.lenient(json).forType(type).readValue(text);
        } catch (JsonProcessingException e) {
            throw new CorruptData("Table " + table + " holds JSON that cannot be read: " + text, e);
        }
    }

    /** As {@link #read}; a null stays one. */
    public <T> @Nullable T readOrNull(@Nullable String text, TypeReference<T> type) {
        return text == null ? null : read(text, type);
    }
}
