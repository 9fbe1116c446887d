package dev.marquee.cf.app.models;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.FactorModelFormat;
import dev.marquee.cf.model.Footprint;
import dev.marquee.cf.model.store.ActiveRow;
import dev.marquee.cf.model.store.ModelRow;
import dev.marquee.cf.model.store.ModelStore;
import dev.marquee.cf.model.store.NewModel;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stores, lists, loads and activates models. Its methods block on the database; call them from worker threads.
 * Thread-safe.
 */
@Singleton
public class ModelService {
    private static final Logger LOG = Logger.getLogger(ModelService.class);
    private static final String FACTORS = "factors";
    private static final String FOOTPRINT = "footprint";

    private final DataSource database;
    private final ModelStore store;
    private final ActiveModels active;
    private final ModelConfig config;
    private final JsonColumns json;
    private final Map<Role, ReentrantLock> turns = new ConcurrentHashMap<>();

    ModelService(DataSource database, ActiveModels active, ModelConfig config, ObjectMapper json) {
        this.database = database;
        this.store = new ModelStore(database);
        this.active = active;
        this.config = config;
        this.json = new JsonColumns(json, "model");
    }

    /** A model that was just trained. */
    public record Trained(Role role, String algorithm, Map<String, Object> options, long seed, DataSnapshot snapshot,
            ModelReport report, FactorModel model, Footprint footprint) {}

    /**
     * Stores a model, activates it and deletes the oldest ones. To store and to activate it is one transaction.
     *
     * @param checkCancelled called often until the model is stored as a whole; throws what ends it
     * @param last belongs to that transaction; throws what keeps the model from being stored
     * @return its id
     */
    public long add(Trained trained, Runnable checkCancelled, ModelStore.Step last) {
        NewModel model = new NewModel(trained.role().id(), trained.algorithm(), json.write(trained.options()),
                trained.seed(), json.write(trained.snapshot()), json.writeKnown(trained.report()));
        Map<String, ModelStore.Part> parts = new LinkedHashMap<>();
        parts.put(FACTORS, out -> FactorModelFormat.write(trained.model(), new CancellableOutput(out, checkCancelled)));
        parts.put(FOOTPRINT, trained.footprint()::write);
        LoadedModel[] loaded = new LoadedModel[1];
        long id = store.store(model, parts, (connection, stored) -> {
            loaded[0] = load(connection, store.get(connection, stored));
            last.of(connection, stored);
            store.activate(connection, trained.role().id(), stored);
        });
        try {
            follow(trained.role(), loaded[0]);
            int pruned = store.prune(trained.role().id(), config.keep());
            LOG.infof("Model %d is stored and active as %s; %d old ones deleted", id, trained.role().id(), pruned);
        } catch (RuntimeException e) {
            LOG.warnf("Model %d is stored and active as %s, but what follows failed and is made up for later: %s", id,
                    trained.role().id(), e);
        }
        return id;
    }

    /**
     * Makes a model the one that answers, here at once and in the other replicas a moment later. It is loaded first:
     * one that cannot be read leaves everything as it was.
     *
     * @throws dev.marquee.common.error.UnknownId if there is no such model
     * @throws dev.marquee.common.error.InvalidRequest if it has another role
     * @throws CorruptData if it cannot be read
     */
    public StoredModel activate(Role role, long id) {
        LoadedModel loaded = loaded(id);
        ActiveRow now = store.activate(role.id(), id);
        follow(role, loaded);
        return info(store.get(id), Optional.of(now));
    }

    /**
     * Takes the ranking model out of use, here at once and in the other replicas a moment later: lists are then ordered
     * by the rating model. The model stays stored. Without an active one nothing happens.
     *
     * @throws InvalidRequest for the rating role, without which little can be answered
     */
    public void deactivate(Role role) {
        if (role != Role.RANKING) {
            throw new InvalidRequest("role", "must be ranking: the service cannot do without a rating model");
        }
        store.deactivate(role.id());
        follow(role);
    }

    /**
     * Loads what the database calls active, where it is not loaded yet. A damaged model leaves the one that answers, if
     * any, and is told in the log and by the readiness check.
     */
    public void follow(Role role) {
        follow(role, null);
    }

    /**
     * The database is asked by one at a time: of two who activate models at the same moment, both end with the one that
     * is active there.
     *
     * @param ready one that is loaded already, or {@code null}
     */
    private void follow(Role role, @Nullable LoadedModel ready) {
        ReentrantLock turn = turns.computeIfAbsent(role, each -> new ReentrantLock());
        turn.lock();
        try {
            Optional<ActiveRow> row = store.active(role.id());
            long loadedId = active.of(role).map(LoadedModel::id).orElse(0L);
            if (row.isEmpty()) {
                active.none(role);
            } else if (ready != null && ready.id() == row.get().modelId()) {
                active.swap(role, ready);
            } else if (row.get().modelId() != loadedId) {
                followTo(role, row.get().modelId());
            }
        } finally {
            turn.unlock();
        }
    }

    private void followTo(Role role, long id) {
        try {
            LoadedModel loaded = loaded(id);
            active.swap(role, loaded);
            LOG.infof("Model %d is active as %s", loaded.id(), role.id());
        } catch (CorruptData e) {
            LOG.error("The active model cannot be used", e);
            active.unusable(role, e.getMessage());
        }
    }

    private LoadedModel loaded(long id) {
        return Sql.inTransaction(database, connection -> load(connection, store.get(connection, id)));
    }

    private LoadedModel load(Connection connection, ModelRow row) throws SQLException {
        FactorModel model = store.read(connection, row.id(), FACTORS, FactorModelFormat::read);
        Footprint footprint = store.read(connection, row.id(), FOOTPRINT, Footprint::read);
        if (footprint.users() != model.users().size() || footprint.movies() != model.movies().size()) {
            throw new CorruptData("Model " + row.id() + " is damaged: its footprint has other sizes than its factors."
                    + " Train a new model, or activate another.");
        }
        return new LoadedModel(row.id(), row.createdAt(), model, footprint, folding(model, row),
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

    private StoredModel info(ModelRow row, Optional<ActiveRow> active) {
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
