package dev.marquee.cf.model.store;

import dev.marquee.common.error.CorruptData;
import dev.marquee.common.postgres.Sql;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * Binary parts as rows of a table: each chunk at most 4 MiB with its CRC-32C, so that neither side ever holds a second
 * copy of a large model, and damage is found where it is. Immutable, thread-safe.
 */
public final class Chunks {
    private static final int CHUNK_BYTES = 4 << 20;

    private final String table;
    private final String ownerColumn;
    private final String what;
    private final String advice;

    /**
     * @param table has the columns {@code part, position, chunks, crc32c, data} and one for the id of the owner
     * @param ownerColumn its name
     * @param what the owner is, for error messages: "Model"
     * @param advice what to do about damaged data, as a sentence
     */
    public Chunks(String table, String ownerColumn, String what, String advice) {
        this.table = table;
        this.ownerColumn = ownerColumn;
        this.what = what;
        this.advice = advice;
    }

    /** Writes itself to a stream. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a part that is not there yet.
     *
     * @return its size in bytes
     */
    public long write(Connection connection, long owner, String part, Content content) throws SQLException {
        String sql = "insert into " + table + " (" + ownerColumn
                + ", part, position, chunks, crc32c, data) values (?, ?, ?, 0, ?, ?)";
        try (Chunker out = new Chunker(chunk -> Sql.update(connection, sql, owner, part, chunk.position(),
                checksum(chunk.data()), chunk.data()))) {
            content.writeTo(out);
            out.close();
            Sql.update(connection, "update " + table + " set chunks = ? where " + ownerColumn + " = ? and part = ?",
                    out.chunks(), owner, part);
            return out.bytes();
        } catch (IOException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw new SQLException(what + " " + owner + " could not be written: " + e.getMessage(), e);
        }
    }

    /**
     * The part as a stream that fetches one chunk after the other and checks each.
     *
     * @throws CorruptData here or while reading, if a chunk is missing or fails its checksum
     */
    @SuppressWarnings("JdkObsolete") // SequenceInputStream knows nothing newer than Enumeration
    public InputStream read(Connection connection, long owner, String part) throws SQLException {
        var counts = Sql.rows(connection, row -> new int[]{row.getInt(1), row.getInt(2)},
                "select count(*), coalesce(max(chunks), 0) from " + table + " where " + ownerColumn
                        + " = ? and part = ?",
                owner, part).getFirst();
        if (counts[0] == 0 || counts[0] != counts[1]) {
            throw new CorruptData(String.format(Locale.ROOT,
                    "%s %d is damaged: %d of the %d chunks of its %s are there. %s", what, owner,
                    counts[0], counts[1], part, advice));
        }
        return new SequenceInputStream(new Enumeration<>() {
            private int next;

            @Override
            public boolean hasMoreElements() {
                return next < counts[0];
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(chunk(connection, owner, part, next++));
            }
        });
    }

    private byte[] chunk(Connection connection, long owner, String part, int position) {
        record Stored(long crc, byte[] data) {}
        try {
            var found = Sql.binaryRows(connection, row -> new Stored(row.getLong(1), row.getBytes(2)),
                    "select crc32c, data from " + table + " where " + ownerColumn
                            + " = ? and part = ? and position = ?",
                    owner, part, position);
            if (found.isEmpty() || found.getFirst().crc() != checksum(found.getFirst().data())) {
                throw new CorruptData(String.format(Locale.ROOT, "%s %d is damaged: chunk %d of its %s is %s. %s", what,
                        owner, position,
                        part, found.isEmpty() ? "missing" : "not what was written", advice));
            }
            return found.getFirst().data();
        } catch (SQLException e) {
            throw new IllegalStateException(what + " " + owner + " could not be read: " + e.getMessage(), e);
        }
    }

    private static long checksum(byte[] data) {
        CRC32C crc = new CRC32C();
        crc.update(data);
        return crc.getValue();
    }

    private record Chunk(int position, byte[] data) {}

    private interface Sink {
        void accept(Chunk chunk) throws SQLException;
    }

    /** Cuts a stream into chunks. */
    private static final class Chunker extends OutputStream {
        private final Sink sink;
        private final byte[] buffer = new byte[CHUNK_BYTES];
        private int filled;
        private int chunks;
        private long bytes;

        Chunker(Sink sink) {
            this.sink = sink;
        }

        int chunks() {
            return chunks;
        }

        long bytes() {
            return bytes;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[]{(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] data, int offset, int length) throws IOException {
            int from = offset;
            int left = length;
            while (left > 0) {
                int step = Math.min(left, CHUNK_BYTES - filled);
                System.arraycopy(data, from, buffer, filled, step);
                filled += step;
                from += step;
                left -= step;
                if (filled == CHUNK_BYTES) {
                    emit();
                }
            }
        }

        @Override
        public void close() throws IOException {
            if (filled > 0) {
                emit();
            }
        }

        private void emit() throws IOException {
            try {
                sink.accept(new Chunk(chunks, Arrays.copyOf(buffer, filled)));
            } catch (SQLException e) {
                throw new IOException(e);
            }
            chunks++;
            bytes += filled;
            filled = 0;
        }
    }
}
