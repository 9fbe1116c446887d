package dev.marquee.common.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.common.ingest.OnError;
import dev.marquee.common.ingest.RejectedLine;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.common.json.StrictJson;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The table {@code import_job}. Every call is one short statement of its own transaction and blocks; call it from worker
 * threads. Thread-safe.
 */
@Singleton
public class ImportJobTable {
    private static final String SELECT = "select id, state, path, imdb_path, on_error, conflict, started_at, finished_at, phase,"
            + " rows_read, fraction, counts, rejected_total, rejected, notes, error from import_job";

    private final DataSource database;
    private final ObjectMapper json;

    ImportJobTable(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    long insert(ImportRequest request) {
        return run(
                "insert into import_job (state, path, imdb_path, on_error, conflict) values ('running', ?, ?, ?, ?) returning id",
                statement -> {
                    statement.setString(1, request.path());
                    statement.setString(2, request.imdbPath());
                    statement.setString(3, request.onError().name());
                    statement.setString(4, request.conflict().name());
                    try (ResultSet result = statement.executeQuery()) {
                        result.next();
                        return result.getLong(1);
                    }
                });
    }

    void progress(long id, String phase, long rowsRead, double fraction) {
        run("update import_job set phase = ?, rows_read = ?, fraction = ? where id = ? and state = 'running'",
                statement -> {
                    statement.setString(1, phase);
                    statement.setLong(2, rowsRead);
                    statement.setDouble(3, fraction);
                    statement.setLong(4, id);
                    return statement.executeUpdate();
                });
    }

    /**
     * Ends a job, by whoever ran it; what it says then never changes again. That it was called interrupted meanwhile, because
     * its lock was lost, was a guess.
     */
    void finish(long id, ImportJob.State state, Map<String, Long> counts, Rejections rejections, String error) {
        run("update import_job set state = ?, finished_at = now(), counts = ?::jsonb, rejected_total = ?,"
                + " rejected = ?::jsonb, notes = ?::jsonb, error = ?, fraction = case when ? = 'completed' then 1 else fraction end"
                + " where id = ? and state in ('running', 'interrupted')", statement -> {
                    statement.setString(1, word(state));
                    statement.setString(2, write(counts));
                    statement.setLong(3, rejections.total());
                    statement.setString(4, write(rejections.listed()));
                    statement.setString(5, write(rejections.notes()));
                    statement.setString(6, error);
                    statement.setString(7, word(state));
                    statement.setLong(8, id);
                    return statement.executeUpdate();
                });
    }

    /**
     * Marks what is still called running as interrupted, or as cancelled where that was asked for. Call it only while holding
     * the jobs' lock.
     *
     * @return how many there were
     */
    int markInterrupted() {
        return run("update import_job set state = case when cancel_requested then 'cancelled' else 'interrupted' end,"
                + " finished_at = now(), error = case when cancel_requested then '" + ImportEnd.CANCELLED + "' else '"
                + ImportEnd.INTERRUPTED + "' end where state = 'running'", PreparedStatement::executeUpdate);
    }

    /**
     * Asks a running job to stop, wherever it runs.
     *
     * @return whether there was a running one
     */
    boolean requestCancel(long id) {
        return run("update import_job set cancel_requested = true where id = ? and state = 'running'", statement -> {
            statement.setLong(1, id);
            return statement.executeUpdate() > 0;
        });
    }

    /** What a running job is told through its row. */
    enum Word {
        GO_ON, CANCEL, LOST
    }

    /** What the job is told: to go on, that it is to stop, or that somebody else has called it ended. */
    Word word(long id) {
        return run("select state = 'running', cancel_requested from import_job where id = ?", statement -> {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    return Word.LOST;
                }
                return row.getBoolean(2) ? Word.CANCEL : Word.GO_ON;
            }
        });
    }

    Optional<ImportJob> find(long id) {
        return run(SELECT + " where id = ?", statement -> {
            statement.setLong(1, id);
            return rows(statement).stream().findFirst();
        });
    }

    Optional<ImportJob> running() {
        return run(SELECT + " where state = 'running' order by id desc limit 1",
                statement -> rows(statement).stream().findFirst());
    }

    List<ImportJob> latest(int page, int size) {
        return run(SELECT + " order by id desc limit ? offset ?", statement -> {
            statement.setInt(1, size);
            statement.setLong(2, (long) page * size);
            return rows(statement);
        });
    }

    long count() {
        return run("select count(*) from import_job", statement -> {
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    private List<ImportJob> rows(PreparedStatement statement) throws SQLException {
        List<ImportJob> jobs = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                jobs.add(new ImportJob(row.getLong("id"),
                        ImportJob.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getString("path"), row.getString("imdb_path"), OnError.valueOf(row.getString("on_error")),
                        ConflictRule.valueOf(row.getString("conflict")),
                        instant(row, "started_at"), instant(row, "finished_at"), row.getString("phase"),
                        row.getLong("rows_read"), row.getDouble("fraction"),
                        read(row.getString("counts"), new TypeReference<Map<String, Long>>() {}),
                        row.getLong("rejected_total"),
                        read(row.getString("rejected"), new TypeReference<List<RejectedLine>>() {}),
                        read(row.getString("notes"), new TypeReference<List<String>>() {}),
                        row.getString("error")));
            }
        }
        return jobs;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String word(ImportJob.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return StrictJson.lenient(json).forType(type).readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Table import_job holds JSON that cannot be read: " + text, e);
        }
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The table import_job could not be used: " + e.getMessage(), e);
        }
    }
}
