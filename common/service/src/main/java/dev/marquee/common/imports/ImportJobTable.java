package dev.marquee.common.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.RejectedLine;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.json.JsonColumns;
import dev.marquee.common.postgres.Sql;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code import_job}. Every call is one short statement of its own transaction and blocks; call it from
 * worker threads. Thread-safe.
 */
@Singleton
@RegisterForReflection(targets = RejectedLine.class) // a column holds them as JSON
public class ImportJobTable {
    private static final String SELECT = "select id, state, path, imdb_path, on_error, conflict, started_at, finished_at, phase,"
            + " rows_read, fraction, counts, rejected_total, rejected, notes, error from import_job";

    private static final String RUNNING = " where id = ? and state = 'running'";

    private final DataSource database;
    private final JsonColumns json;

    ImportJobTable(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = new JsonColumns(json, "import_job");
    }

    long insert(ImportRequest request) {
        return Sql.rows(database, row -> row.getLong(1),
                "insert into import_job (state, path, imdb_path, on_error, conflict) values ('running', ?, ?, ?, ?) returning id",
                request.path(), request.imdbPath(), request.onError().name(), request.conflict().name()).getFirst();
    }

    void progress(long id, String phase, long rowsRead, double fraction) {
        Sql.update(database, "update import_job set phase = ?, rows_read = ?, fraction = ?" + RUNNING, phase, rowsRead,
                fraction, id);
    }

    /**
     * Ends a job, by whoever ran it; what it says then never changes again. That it was called interrupted meanwhile,
     * because its lock was lost, was a guess.
     */
    void finish(long id, ImportJob.State state, Map<String, Long> counts, Rejections rejections,
            @Nullable String error) {
        Sql.update(database, "update import_job set state = ?, finished_at = now(), counts = ?::jsonb,"
                + " rejected_total = ?, rejected = ?::jsonb, notes = ?::jsonb, error = ?,"
                + " fraction = case when ? = 'completed' then 1 else fraction end"
                + " where id = ? and state in ('running', 'interrupted')", word(state), json.write(counts),
                rejections.total(), json.write(rejections.listed()), json.write(rejections.notes()), error, word(state),
                id);
    }

    /**
     * Marks what is still called running as interrupted, or as cancelled where that was asked for. Call it only while
     * holding the jobs' lock.
     *
     * @return how many there were
     */
    int markInterrupted() {
        return Sql.update(database, "update import_job set finished_at = now(),"
                + " state = case when cancel_requested then 'cancelled' else 'interrupted' end,"
                + " error = case when cancel_requested then ? else ? end where state = 'running'", ImportEnd.CANCELLED,
                ImportEnd.INTERRUPTED);
    }

    /**
     * Asks a running job to stop, wherever it runs.
     *
     * @return whether there was a running one
     */
    boolean requestCancel(long id) {
        return Sql.update(database, "update import_job set cancel_requested = true" + RUNNING, id) > 0;
    }

    /** What a running job is told through its row. */
    enum Word {
        GO_ON, CANCEL, LOST
    }

    /** What the job is told: to go on, that it is to stop, or that somebody else has called it ended. */
    Word word(long id) {
        return Sql.first(database, row -> row.getBoolean(1) ? Word.CANCEL : Word.GO_ON,
                "select cancel_requested from import_job" + RUNNING, id).orElse(Word.LOST);
    }

    Optional<ImportJob> find(long id) {
        return Sql.first(database, this::job, SELECT + " where id = ?", id);
    }

    Optional<ImportJob> running() {
        return Sql.first(database, this::job, SELECT + " where state = 'running' order by id desc limit 1");
    }

    List<ImportJob> latest(int page, int size) {
        return Sql.rows(database, this::job, SELECT + " order by id desc limit ? offset ?", size, (long) page * size);
    }

    long count() {
        return Sql.rows(database, row -> row.getLong(1), "select count(*) from import_job").getFirst();
    }

    private ImportJob job(ResultSet row) throws SQLException {
        return new ImportJob(row.getLong("id"),
                ImportJob.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getString("path"),
                row.getString("imdb_path"), OnError.valueOf(row.getString("on_error")),
                ConflictRule.valueOf(row.getString("conflict")), Sql.instant(row, "started_at"),
                Sql.instantOrNull(row, "finished_at"), row.getString("phase"), row.getLong("rows_read"),
                row.getDouble("fraction"), json.read(row.getString("counts"), new TypeReference<>() {}),
                row.getLong("rejected_total"), json.read(row.getString("rejected"), new TypeReference<>() {}),
                json.read(row.getString("notes"), new TypeReference<>() {}), row.getString("error"));
    }

    private static String word(ImportJob.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
