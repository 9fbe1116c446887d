package dev.marquee.similarity.catalogue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows for {@code COPY … FROM STDIN} in PostgreSQL's text format. Not thread-safe.
 */
final class CopyText implements AutoCloseable {
    private static final int FLUSH_CHARS = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder rows = new StringBuilder(FLUSH_CHARS + 4096);
    private boolean rowStarted;

    CopyText(Connection connection, String tableAndColumns) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + tableAndColumns + " from stdin");
    }

    /** Adds a value of any type whose text needs no quoting beyond the format's own; {@code null} is null. */
    CopyText add(@Nullable Object value) {
        startColumn();
        if (value == null) {
            rows.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    /** Adds an array of text. */
    CopyText addArray(List<String> values) {
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() > 1 ? "," : "").append('"')
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        startColumn();
        escape(array.append('}').toString());
        return this;
    }

    void endRow() throws SQLException {
        rows.append('\n');
        rowStarted = false;
        if (rows.length() >= FLUSH_CHARS) {
            send();
        }
    }

    private void startColumn() {
        if (rowStarted) {
            rows.append('\t');
        }
        rowStarted = true;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
    }

    private void send() throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    /** Ends the COPY: all rows are in. */
    void finish() throws SQLException {
        send();
        copy.endCopy();
    }

    /** Gives a COPY up that was not finished, so that the connection can roll back. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
