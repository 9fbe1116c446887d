package dev.marquee.cf.app.training;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.marquee.common.json.JsonColumns;
import dev.marquee.common.postgres.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The rows of the table {@code training} as records. Other versions may have written them, before an upgrade, or before
 * the way back: words that this one does not know are read as they are. There are no unknown states: the table allows
 * no others.
 */
final class TrainingRows {
    private final JsonColumns json;

    TrainingRows(JsonColumns json) {
        this.json = json;
    }

    TrainingJob job(ResultSet row) throws SQLException {
        return new TrainingJob(row.getLong("id"), spec(row), Sql.instant(row, "started_at"),
                progress(row),
                new Place(row.getString("device"), row.getString("device_reason")), row.getString("note"),
                outcome(row));
    }

    private TrainingSpec spec(ResultSet row) throws SQLException {
        return new TrainingSpec(row.getString("algorithm"), row.getString("role"),
                json.read(row.getString("options"), new TypeReference<>() {}), row.getLong("seed"),
                row.getDouble("holdout"), row.getDouble("validation"), row.getBoolean("refit"));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(row.getString("phase"), row.getInt("epoch"), row.getInt("epochs"),
                new Figure(row.getString("train_metric"), row.getObject("train_value", Double.class)),
                new Figure(row.getString("validation_metric"), row.getObject("validation_value", Double.class)),
                row.getLong("elapsed_millis"), row.getObject("remaining_millis", Long.class));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(TrainingState.of(row.getString("state")), row.getObject("model_id", Long.class),
                row.getString("error"), Sql.instantOrNull(row, "finished_at"));
    }
}
