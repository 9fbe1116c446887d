package dev.marquee.cf.model.store;

import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.UnknownId;
import dev.marquee.common.postgres.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The tables {@code model} and {@code active_model}. Every method blocks. Thread-safe.
 */
final class ModelTable {
    private static final String SELECT = "select id, role, algorithm, options, seed, snapshot, report, bytes, created_at"
            + " from model";
    private static final String SELECT_ACTIVE = "select role, model_id, previous_id, activated_at from active_model";

    private final DataSource database;

    ModelTable(DataSource database) {
        this.database = database;
    }

    static long insert(Connection connection, NewModel model) throws SQLException {
        return Sql.rows(connection, result -> result.getLong(1),
                "insert into model (role, algorithm, options, seed, snapshot, report, bytes)"
                        + " values (?, ?, ?::jsonb, ?, ?::jsonb, ?::jsonb, 0) returning id",
                model.role(), model.algorithm(), model.options(), model.seed(), model.snapshot(), model.report())
                .getFirst();
    }

    static void setBytes(Connection connection, long id, long bytes) throws SQLException {
        Sql.update(connection, "update model set bytes = ? where id = ?", bytes, id);
    }

    static Optional<ModelRow> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, ModelTable::model, SELECT + " where id = ?", id);
    }

    List<ModelRow> latest(int page, int size) {
        return Sql.rows(database, ModelTable::model, SELECT + " order by id desc limit ? offset ?", size,
                (long) page * size);
    }

    long count() {
        return Sql.rows(database, row -> row.getLong(1), "select count(*) from model").getFirst();
    }

    Optional<ActiveRow> active(String role) {
        return Sql.first(database, ModelTable::activeRow, SELECT_ACTIVE + " where role = ?", role);
    }

    List<ActiveRow> active() {
        return Sql.rows(database, ModelTable::activeRow, SELECT_ACTIVE + " order by role");
    }

    /**
     * Swaps the active model and tells the other replicas at the transaction's end; the row lock orders two callers.
     */
    static ActiveRow activate(Connection connection, String role, long id) throws SQLException {
        ModelRow model = Sql.first(connection, ModelTable::model, SELECT + " where id = ? for key share", id)
                .orElseThrow(() -> new UnknownId("model", id));
        if (!model.role().equals(role)) {
            throw new InvalidRequest("modelId",
                    "model " + id + " is a " + model.role() + " model and cannot be active as " + role);
        }
        ActiveRow now = Sql.rows(connection, ModelTable::activeRow,
                "insert into active_model as a (role, model_id) values (?, ?) on conflict (role) do update set"
                        + " previous_id = case when a.model_id = excluded.model_id then a.previous_id"
                        + " else a.model_id end, model_id = excluded.model_id, activated_at = now()"
                        + " returning role, model_id, previous_id, activated_at",
                role, id).getFirst();
        tell(connection, role);
        return now;
    }

    private static void tell(Connection connection, String role) throws SQLException {
        Sql.rows(connection, row -> role, "select pg_notify(?, ?)", ModelStore.CHANNEL, role);
    }

    void deactivate(String role) {
        Sql.inTransaction(database, connection -> {
            int active = Sql.update(connection, "delete from active_model where role = ?", role);
            tell(connection, role);
            return active;
        });
    }

    /** Deletes all but the newest models of a role, and never the active and the previous one. */
    int prune(String role, int keep) {
        return Sql.update(database, """
                delete from model where role = ?
                  and id not in (select id from model where role = ? order by id desc limit ?)
                  and id not in (select model_id from active_model)
                  and id not in (select previous_id from active_model where previous_id is not null)""", role, role,
                keep);
    }

    private static ModelRow model(ResultSet row) throws SQLException {
        return new ModelRow(row.getLong("id"), row.getString("role"), row.getString("algorithm"),
                row.getString("options"), row.getLong("seed"), row.getString("snapshot"), row.getString("report"),
                row.getLong("bytes"), Sql.instant(row, "created_at"));
    }

    private static ActiveRow activeRow(ResultSet row) throws SQLException {
        return new ActiveRow(row.getString("role"), row.getLong("model_id"), row.getObject("previous_id", Long.class),
                Sql.instant(row, "activated_at"));
    }
}
