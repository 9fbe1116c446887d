package dev.marquee.cf.app.models;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.model.store.ActiveRow;
import dev.marquee.cf.model.store.ModelRow;
import dev.marquee.cf.model.store.ModelStore;
import dev.marquee.common.json.JsonColumns;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Tells of the models that are stored. Its methods block on the database; call them from worker threads. Thread-safe.
 */
@Singleton
public class StoredModels {
    private final ModelStore store;
    private final JsonColumns json;

    StoredModels(DataSource database, ObjectMapper json) {
        this.store = new ModelStore(database);
        this.json = new JsonColumns(json, "model");
    }

    /** Newest first. */
    public List<StoredModel> list(int page, int size) {
        List<ActiveRow> activeRows = store.active();
        return store.latest(page, size).stream().map(row -> info(row, ofRole(activeRows, row.role()))).toList();
    }

    public long count() {
        return store.count();
    }

    /**
     * @throws dev.marquee.common.error.UnknownId where there is none
     */
    public StoredModel get(long id) {
        ModelRow row = store.get(id);
        return info(row, store.active(row.role()));
    }

    private static Optional<ActiveRow> ofRole(List<ActiveRow> rows, String role) {
        return rows.stream().filter(row -> row.role().equals(role)).findFirst();
    }

    /** @param active what is active in the role of the model */
    StoredModel info(ModelRow row, Optional<ActiveRow> active) {
        boolean isActive = active.isPresent() && active.get().modelId() == row.id();
        boolean isPrevious = active.isPresent() && active.get().previousId() != null
                && active.get().previousId() == row.id();
        return new StoredModel(row.id(), row.role(), row.algorithm(),
                json.read(row.options(), new TypeReference<>() {}),
                row.seed(), json.read(row.snapshot(), new TypeReference<>() {}),
                json.read(row.report(), new TypeReference<>() {}),
                row.bytes(), isActive, isPrevious, row.createdAt());
    }
}
