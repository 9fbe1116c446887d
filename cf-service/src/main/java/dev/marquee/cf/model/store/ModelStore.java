package dev.marquee.cf.model.store;

import dev.marquee.common.error.CorruptData;
import dev.marquee.common.error.UnknownId;
import dev.marquee.common.postgres.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Models in PostgreSQL. A model is written as a whole or not at all, never changes afterwards, and is read with every
 * checksum verified. Every method blocks: use it on worker threads. Thread-safe.
 */
public final class ModelStore {
    /**
     * The channel on which PostgreSQL tells all replicas that a role has another active model; the payload is the role.
     */
    public static final String CHANNEL = "marquee_active_model";

    private static final Chunks CHUNKS = new Chunks("model_chunk", "model_id", "Model",
            "Train a new model, or activate another.");

    private final DataSource database;
    private final ModelTable table;

    public ModelStore(DataSource database) {
        this.database = database;
        this.table = new ModelTable(database);
    }

    /** A binary part that writes itself. */
    public interface Part {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Makes a value from a binary part. */
    public interface PartReader<T> {
        T readFrom(InputStream in) throws IOException;
    }

    /** What else belongs to the transaction that stores a model. */
    public interface Step {
        /** Throws what keeps the model from being stored. */
        void of(Connection connection, long id) throws SQLException;
    }

    /** Stores a model; see the other. */
    public long store(NewModel model, Map<String, Part> parts) {
        return store(model, parts, (connection, id) -> {});
    }

    /**
     * Stores a model.
     *
     * @param model its facts
     * @param parts its arrays by name
     * @param last follows in the same transaction
     * @return its id
     */
    public long store(NewModel model, Map<String, Part> parts, Step last) {
        return Sql.inTransaction(database, connection -> {
            long id = ModelTable.insert(connection, model);
            long bytes = 0;
            for (var part : parts.entrySet()) {
                bytes += CHUNKS.write(connection, id, part.getKey(), part.getValue()::writeTo);
            }
            ModelTable.setBytes(connection, id, bytes);
            last.of(connection, id);
            return id;
        });
    }

    /**
     * Reads one part of a model.
     *
     * @throws CorruptData if anything of it is missing or changed
     */
    public <T> T read(long id, String part, PartReader<T> reader) {
        return Sql.inTransaction(database, connection -> read(connection, id, part, reader));
    }

    /** As {@link #read(long, String, PartReader)}, in a transaction of the caller's. */
    public <T> T read(Connection connection, long id, String part, PartReader<T> reader) throws SQLException {
        try (InputStream in = CHUNKS.read(connection, id, part)) {
            return reader.readFrom(in);
        } catch (IOException e) {
            throw new CorruptData("Model " + id + " is damaged: its " + part + " cannot be read (" + e.getMessage()
                    + "). Train a new model, or activate another.", e);
        }
    }

    /**
     * @throws UnknownId if there is no such model
     */
    public ModelRow get(long id) {
        return Sql.inTransaction(database, connection -> get(connection, id));
    }

    /** As {@link #get(long)}, in a transaction of the caller's. */
    public ModelRow get(Connection connection, long id) throws SQLException {
        return ModelTable.find(connection, id).orElseThrow(() -> new UnknownId("model", id));
    }

    /** Newest first. */
    public List<ModelRow> latest(int page, int size) {
        return table.latest(page, size);
    }

    public long count() {
        return table.count();
    }

    /** Which model is active in a role. */
    public Optional<ActiveRow> active(String role) {
        return table.active(role);
    }

    /** The active models of all roles. */
    public List<ActiveRow> active() {
        return table.active();
    }

    /**
     * Makes a model the active one of its role and keeps the one before it as the way back. Activating the active model
     * again changes nothing.
     *
     * @throws UnknownId if there is no such model
     * @throws dev.marquee.common.error.InvalidRequest if the model has another role
     */
    public ActiveRow activate(String role, long id) {
        return Sql.inTransaction(database, connection -> activate(connection, role, id));
    }

    /** As {@link #activate(String, long)}, in a transaction of the caller's. */
    public ActiveRow activate(Connection connection, String role, long id) throws SQLException {
        return ModelTable.activate(connection, role, id);
    }

    /** Leaves a role without an active model, if it has one. */
    public void deactivate(String role) {
        table.deactivate(role);
    }

    /**
     * Deletes models beyond the newest {@code keep} of a role, but never the active and the previous one.
     *
     * @return how many were deleted
     */
    public int prune(String role, int keep) {
        return table.prune(role, keep);
    }
}
