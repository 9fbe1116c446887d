package dev.marquee.cf.app.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.common.json.JsonColumns;
import dev.marquee.common.postgres.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code training}. Every method blocks: use it on worker threads. Thread-safe.
 */
@Singleton
class TrainingTable {
    private static final String OURS = " where id = ? and state = 'running' and run = ?";

    private final DataSource database;
    private final JsonColumns json;
    private final TrainingRows rows;

    TrainingTable(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = new JsonColumns(json, "training");
        this.rows = new TrainingRows(this.json);
    }

    TrainingJob insert(TrainingSpec spec) {
        return Sql.rows(database, rows::job,
                "insert into training (algorithm, role, options, seed, holdout, validation, refit)"
                        + " values (?, ?, ?::jsonb, ?, ?, ?, ?) returning *",
                spec.algorithm(), spec.role(), json.write(spec.options()), spec.seed(), spec.holdout(),
                spec.validation(), spec.refit()).getFirst();
    }

    /**
     * Stores how far a running training has come.
     *
     * @return whether someone asked to cancel it, perhaps through another replica
     * @throws TrainingLost if it is not the claim's any more
     */
    boolean progress(Claim claim, Progress progress) {
        return Sql.inTransaction(database, connection -> progress(connection, claim, progress));
    }

    private static boolean progress(Connection connection, Claim claim, Progress progress) throws SQLException {
        return Sql.rows(connection, row -> row.getBoolean(1), """
                update training set phase = ?, epoch = ?, epochs = ?, train_metric = ?, train_value = ?,
                  validation_metric = ?, validation_value = ?, elapsed_millis = ?, remaining_millis = ?
                where id = ? and state = 'running' and run = ? returning cancel_requested""",
                progress.phase(), progress.epoch(), progress.epochs(), progress.train().metric(),
                progress.train().value(), progress.validation().metric(), progress.validation().value(),
                progress.elapsedMillis(), progress.remainingMillis(), claim.id(), claim.run()).stream().findFirst()
                .orElseThrow(() -> new TrainingLost(claim));
    }

    /**
     * Ends a running training without a model, if it is the claim's; what an ended one says never changes again.
     *
     * @return the training as it is now
     */
    TrainingJob finish(Claim claim, Progress last, TrainingEnd end) {
        try {
            Sql.inTransaction(database, connection -> finish(connection, claim, last, end, null));
        } catch (TrainingLost e) {
            // It is as somebody else left it.
        }
        return find(claim.id()).orElseThrow();
    }

    /**
     * Ends a training with a model, in the transaction that stores the model.
     *
     * @throws TrainingLost if it is not the claim's any more, so that nothing of that transaction stays
     */
    static void complete(Connection connection, Claim claim, Progress last, long modelId) throws SQLException {
        finish(connection, claim, last, TrainingEnd.COMPLETED, modelId);
    }

    private static int finish(Connection connection, Claim claim, Progress last, TrainingEnd end,
            @Nullable Long modelId) throws SQLException {
        progress(connection, claim, last);
        return Sql.update(connection, """
                update training set state = ?, finished_at = now(), model_id = ?, error = ?, remaining_millis = null
                where id = ?""", end.state().word(), modelId, end.error(), claim.id());
    }

    /**
     * Keeps a training the claim's until the end of the transaction.
     *
     * @throws TrainingLost if it is not so already
     */
    static void require(Connection connection, Claim claim) throws SQLException {
        if (Sql.rows(connection, row -> row.getLong(1),
                "select id from training where id = ? and state = 'running' and run = ? for update", claim.id(),
                claim.run()).isEmpty()) {
            throw new TrainingLost(claim);
        }
    }

    /**
     * Begins another run of a training, by one who holds the trainings' lock; from now on the run before may not write.
     *
     * @return empty if it has ended meanwhile
     */
    Optional<Claim> takeOver(Claim before) {
        return Sql.rows(database, row -> new Claim(before.id(), row.getLong(1)),
                "update training set run = run + 1 where id = ? and state = 'running' and run = ? returning run",
                before.id(), before.run()).stream().findFirst();
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
    void place(Claim claim, Place place) {
        Sql.update(database, "update training set device = ?, device_reason = ?" + OURS, place.device(),
                place.reason(), claim.id(), claim.run());
    }

    /** Keeps what is worth telling of a training's course. */
    void note(Claim claim, String text) {
        Sql.update(database, "update training set note = ?" + OURS, text, claim.id(), claim.run());
    }

    /**
     * A training that is called running and is not.
     *
     * @param claim of the run that ended
     */
    record Dead(TrainingJob job, Claim claim, boolean cancelRequested) {}

    /** What is still called running, by one who holds the trainings' lock. */
    Optional<Dead> dead() {
        return Sql.rows(database, row -> new Dead(rows.job(row), new Claim(row.getLong("id"), row.getLong("run")),
                row.getBoolean("cancel_requested")), "select * from training where state = 'running'").stream()
                .findFirst();
    }

    Optional<TrainingJob> find(long id) {
        return Sql.rows(database, rows::job, "select * from training where id = ?", id).stream().findFirst();
    }

    Optional<TrainingJob> running() {
        return Sql.rows(database, rows::job, "select * from training where state = 'running'").stream().findFirst();
    }

    List<TrainingJob> latest(int page, int size) {
        return Sql.rows(database, rows::job, "select * from training order by id desc limit ? offset ?", size,
                (long) page * size);
    }

    long count() {
        return Sql.rows(database, row -> row.getLong(1), "select count(*) from training").getFirst();
    }
}
