package dev.marquee.cf.app.models;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.FactorModelFormat;
import dev.marquee.cf.model.Footprint;
import dev.marquee.cf.model.store.ModelRow;
import dev.marquee.cf.model.store.ModelStore;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.Role;
import dev.marquee.common.error.CorruptData;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.json.JsonColumns;
import dev.marquee.common.postgres.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Makes models in memory of stored ones. Its methods block on the database; call them from worker threads. Thread-safe.
 */
@Singleton
class ModelLoader {
    /** The parts of a stored model. */
    static final String FACTORS = "factors";
    static final String FOOTPRINT = "footprint";
    private static final Logger LOG = Logger.getLogger(ModelLoader.class);

    private final DataSource database;
    private final ModelStore store;
    private final ModelConfig config;
    private final JsonColumns json;

    ModelLoader(DataSource database, ModelConfig config, ObjectMapper json) {
        this.database = database;
        this.store = new ModelStore(database);
        this.config = config;
        this.json = new JsonColumns(json, "model");
    }

    /**
     * @throws dev.marquee.common.error.UnknownId if there is no such model
     * @throws CorruptData if it cannot be read
     */
    LoadedModel load(long id) {
        return Sql.inTransaction(database, connection -> load(connection, id));
    }

    /** As {@link #load(long)}, within a transaction. */
    LoadedModel load(Connection connection, long id) throws SQLException {
        ModelRow row = store.get(connection, id);
        FactorModel model = store.read(connection, id, FACTORS, FactorModelFormat::read);
        Footprint footprint = store.read(connection, id, FOOTPRINT, Footprint::read);
        if (footprint.users() != model.users().size() || footprint.movies() != model.movies().size()) {
            throw new CorruptData("Model " + id + " is damaged: its footprint has other sizes than its factors."
                    + " Train a new model, or activate another.");
        }
        return new LoadedModel(id, row.createdAt(), model, footprint, folding(model, row),
                Role.named(row.role()) == Role.RANKING ? 0 : config.supportDamping());
    }

    /** Folds users in as the training would have found them: with its own options. */
    private Folding folding(FactorModel model, ModelRow row) {
        Estimator<?> estimator = Algorithms.of(Role.named(row.role())).estimator();
        try {
            estimator = Algorithms.named(row.algorithm()).estimator();
            estimator = estimator.with(json.read(row.options(), new TypeReference<>() {}));
        } catch (InvalidRequest e) {
            LOG.warnf("Model %d was trained with options that are no longer known; users are folded in by today's",
                    row.id());
        }
        return estimator.folding(model);
    }
}
