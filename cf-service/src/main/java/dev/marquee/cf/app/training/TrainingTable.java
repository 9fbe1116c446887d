package dev.marquee.cf.app.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.app.training.TrainingJob.Progress;
import dev.marquee.cf.train.Engine;
import dev.marquee.common.postgres.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The table {@code training}. Every method blocks: use it on worker threads. Thread-safe.
 */
@Singleton
class TrainingTable {
    private final DataSource database;
    private final ObjectMapper json;

    TrainingTable(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    TrainingJob insert(TrainingPlan plan) {
        return Sql.rows(database, this::job,
                "insert into training (algorithm, role, options, seed, holdout, validation, refit)"
                        + " values (?, ?, ?::jsonb, ?, ?, ?, ?) returning *",
                plan.algorithm(), plan.role(), write(plan.describedOptions()), plan.seed(), plan.holdout(),
                plan.validation(), plan.refit()).getFirst();
    }

    /**
     * Stores how far a running training has come.
     *
     * @return whether someone asked to cancel it, perhaps through another replica
     */
    boolean progress(long id, Progress progress) {
        return Sql.rows(database, row -> row.getBoolean(1), """
                update training set phase = ?, epoch = ?, epochs = ?, train_metric = ?, train_value = ?,
                  validation_metric = ?, validation_value = ?, elapsed_millis = ?, remaining_millis = ?
                where id = ? and state = 'running' returning cancel_requested""", progress.phase(), progress.epoch(),
                progress.epochs(), progress.trainMetric(), progress.trainValue(), progress.validationMetric(),
                progress.validationValue(), progress.elapsedMillis(), progress.remainingMillis(), id).stream()
                .anyMatch(asked -> asked);
    }

    /** Ends a running training; what an ended one says never changes again. */
    TrainingJob finish(long id, TrainingState state, Progress last, Long modelId, String error) {
        progress(id, last);
        Sql.update(database, """
                update training set state = ?, finished_at = now(), model_id = ?, error = ?, remaining_millis = null
                where id = ? and state = 'running'""", state.word(), modelId, error, id);
        return find(id).orElseThrow();
    }

    /**
     * Asks a running training to stop, wherever it runs.
     *
     * @return whether there was a running one
     */
    boolean requestCancel(long id) {
        return Sql.update(database, "update training set cancel_requested = true where id = ? and state = 'running'",
                id) > 0;
    }

    /** Keeps where a training runs. */
    void engine(long id, Engine engine) {
        Sql.update(database, "update training set device = ?, device_reason = ? where id = ?", engine.device(),
                engine.reason(), id);
    }

    /** Keeps what is worth telling of a training's course. */
    void note(long id, String text) {
        Sql.update(database, "update training set note = ? where id = ?", text, id);
    }

    /**
     * A training that is called running and is not.
     *
     * @param validation {@code null} of a training from before there were checkpoints; so is {@code refit}
     */
    record Dead(TrainingJob job, Double validation, Boolean refit, boolean cancelRequested) {}

    /** What is still called running, by one who holds the trainings' lock. */
    Optional<Dead> dead() {
        return Sql.rows(database, row -> new Dead(job(row), row.getObject("validation", Double.class),
                row.getObject("refit", Boolean.class), row.getBoolean("cancel_requested")),
                "select * from training where state = 'running'").stream().findFirst();
    }

    Optional<TrainingJob> find(long id) {
        return Sql.rows(database, this::job, "select * from training where id = ?", id).stream().findFirst();
    }

    Optional<TrainingJob> running() {
        return Sql.rows(database, this::job, "select * from training where state = 'running'").stream().findFirst();
    }

    List<TrainingJob> latest(int page, int size) {
        return Sql.rows(database, this::job, "select * from training order by id desc limit ? offset ?", size,
                (long) page * size);
    }

    long count() {
        return Sql.rows(database, row -> row.getLong(1), "select count(*) from training").getFirst();
    }

    private TrainingJob job(ResultSet row) throws SQLException {
        return new TrainingJob(row.getLong("id"), TrainingState.of(row.getString("state")), row.getString("algorithm"),
                row.getString("role"), read(row.getString("options")), row.getLong("seed"), row.getDouble("holdout"),
                row.getString("phase"), row.getInt("epoch"), row.getInt("epochs"),
                row.getString("train_metric"), row.getObject("train_value", Double.class),
                row.getString("validation_metric"), row.getObject("validation_value", Double.class),
                row.getLong("elapsed_millis"), row.getObject("remaining_millis", Long.class),
                row.getObject("model_id", Long.class), row.getString("error"), row.getString("note"),
                row.getString("device"), row.getString("device_reason"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "finished_at"));
    }

    private String write(Map<String, Object> options) {
        try {
            return json.writeValueAsString(options);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> read(String options) {
        try {
            return json.readValue(options, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Table training holds options that cannot be read: " + options, e);
        }
    }
}
