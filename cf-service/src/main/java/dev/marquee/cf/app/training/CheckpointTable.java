package dev.marquee.cf.app.training;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.app.models.ModelReport;
import dev.marquee.cf.model.store.Chunks;
import dev.marquee.cf.train.Checkpoints;
import dev.marquee.common.error.CorruptData;
import dev.marquee.common.json.JsonColumns;
import dev.marquee.common.postgres.Sql;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code training_checkpoint} and {@code training_checkpoint_chunk}: one checkpoint for each training that
 * has left one and has not ended. Every method blocks: use it on worker threads. Thread-safe.
 */
@Singleton
class CheckpointTable {
    private static final String STATE = "state";
    private static final Chunks CHUNKS = new Chunks("training_checkpoint_chunk", "training_id",
            "The checkpoint of training", "The training begins again.");

    private final DataSource database;
    private final JsonColumns json;

    CheckpointTable(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = new JsonColumns(json, "training_checkpoint");
    }

    /**
     * What is known of a checkpoint.
     *
     * @param epoch epochs done in its phase; 0: none, so there is no state to read
     * @param fingerprint of what it is good for
     * @param report of the first phase, if this is the second; else {@code null}
     */
    record Facts(int epoch, String fingerprint, @Nullable ModelReport report) {}

    Optional<Facts> find(long training) {
        return Sql.rows(database, this::facts,
                "select epoch, fingerprint, report from training_checkpoint where training_id = ?", training)
                .stream().findFirst();
    }

    /**
     * Takes the place of the checkpoint before, as a whole or not at all.
     *
     * @param writer of the state; {@code null} at epoch 0
     * @throws TrainingLost if the training is not the claim's any more
     * @throws RuntimeException that of the writer, or of a database that refuses
     */
    void save(Claim claim, Facts facts, Checkpoints.@Nullable Writer writer) {
        long training = claim.id();
        String report = facts.report() == null ? null : json.writeKnown(facts.report());
        Sql.inTransaction(database, connection -> {
            Sql.update(connection, "delete from training_checkpoint where training_id = ?", training);
            Sql.update(connection, "insert into training_checkpoint (training_id, epoch, fingerprint, report)"
                    + " values (?, ?, ?, ?::jsonb)", training, facts.epoch(), facts.fingerprint(), report);
            long bytes = writer == null ? 0 : CHUNKS.write(connection, training, STATE, writer::writeTo);
            // Last, so that those who store progress or a wish to cancel need not wait for all of the writing.
            TrainingTable.require(connection, claim);
            return bytes;
        });
    }

    /**
     * Hands the state to the reader.
     *
     * @throws CorruptData if it is damaged
     */
    void read(long training, Checkpoints.Reader reader) {
        Sql.inTransaction(database, connection -> {
            try (InputStream in = CHUNKS.read(connection, training, STATE)) {
                reader.readFrom(in);
                return training;
            } catch (IOException e) {
                throw new CorruptData("The checkpoint of training " + training + " cannot be read: " + e.getMessage(),
                        e);
            }
        });
    }

    /**
     * Counts that a training goes on from its checkpoint; the next {@link #save} counts from 0.
     *
     * @return how often it has done so from this one
     */
    int countAttempt(long training) {
        return Sql.rows(database, row -> row.getInt(1),
                "update training_checkpoint set attempts = attempts + 1 where training_id = ? returning attempts",
                training).stream().findFirst().orElse(0);
    }

    /** Forgets how often it was tried: the service was stopped by someone, not by the training. */
    void forgiveAttempts(Claim claim) {
        Sql.update(database, "update training_checkpoint set attempts = 0 where training_id = ? and exists"
                + " (select 1 from training where id = training_id and state = 'running' and run = ?)", claim.id(),
                claim.run());
    }

    void delete(long training) {
        Sql.update(database, "delete from training_checkpoint where training_id = ?", training);
    }

    private Facts facts(ResultSet row) throws SQLException {
        return new Facts(row.getInt("epoch"), row.getString("fingerprint"),
                json.readOrNull(row.getString("report"), new TypeReference<>() {}));
    }
}
