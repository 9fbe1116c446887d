package dev.marquee.cf.app.models;

import dev.marquee.cf.model.store.ActiveRow;
import dev.marquee.cf.model.store.ModelStore;
import dev.marquee.cf.train.Role;
import dev.marquee.common.error.CorruptData;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets those models answer that the database calls active. Its methods block on the database; call them from worker
 * threads. Thread-safe.
 */
@Singleton
class ModelFollower {
    private static final Logger LOG = Logger.getLogger(ModelFollower.class);

    private final ModelStore store;
    private final ActiveModels active;
    private final ModelLoader loader;
    private final Map<Role, ReentrantLock> turns = new ConcurrentHashMap<>();

    ModelFollower(DataSource database, ActiveModels active, ModelLoader loader) {
        this.store = new ModelStore(database);
        this.active = active;
        this.loader = loader;
    }

    /**
     * Loads what the database calls active, where it is not loaded yet. A damaged model leaves the one that answers, if
     * any, and is told in the log and by the readiness check.
     */
    void follow(Role role) {
        follow(role, null);
    }

    /**
     * The database is asked by one at a time: of two who activate models at the same moment, both end with the one that
     * is active there.
     *
     * @param ready one that is loaded already, or {@code null}
     */
    void follow(Role role, @Nullable LoadedModel ready) {
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
            LoadedModel loaded = loader.load(id);
            active.swap(role, loaded);
            LOG.infof("Model %d is active as %s", loaded.id(), role.id());
        } catch (CorruptData e) {
            LOG.error("The active model cannot be used", e);
            active.unusable(role, e.getMessage());
        }
    }
}
