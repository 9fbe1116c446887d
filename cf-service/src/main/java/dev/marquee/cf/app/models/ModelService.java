package dev.marquee.cf.app.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.FactorModelFormat;
import dev.marquee.cf.model.Footprint;
import dev.marquee.cf.model.store.ActiveRow;
import dev.marquee.cf.model.store.ModelStore;
import dev.marquee.cf.model.store.NewModel;
import dev.marquee.cf.train.Role;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.json.JsonColumns;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Stores models that were trained, and says which one answers. Its methods block on the database; call them from worker
 * threads. Thread-safe.
 */
@Singleton
public class ModelService {
    private static final Logger LOG = Logger.getLogger(ModelService.class);

    private final ModelStore store;
    private final ModelLoader loader;
    private final ModelFollower follower;
    private final StoredModels stored;
    private final ModelConfig config;
    private final JsonColumns json;

    ModelService(DataSource database, ModelLoader loader, ModelFollower follower, StoredModels stored,
            ModelConfig config, ObjectMapper json) {
        this.store = new ModelStore(database);
        this.loader = loader;
        this.follower = follower;
        this.stored = stored;
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
        NewModel row = new NewModel(trained.role().id(), trained.algorithm(), json.write(trained.options()),
                trained.seed(), json.write(trained.snapshot()), json.writeKnown(trained.report()));
        Map<String, ModelStore.Part> parts = new LinkedHashMap<>();
        parts.put(ModelLoader.FACTORS,
                out -> FactorModelFormat.write(trained.model(), new CancellableOutput(out, checkCancelled)));
        parts.put(ModelLoader.FOOTPRINT, trained.footprint()::write);
        LoadedModel[] loaded = new LoadedModel[1];
        long id = store.store(row, parts, (connection, model) -> {
            loaded[0] = loader.load(connection, model);
            last.of(connection, model);
            store.activate(connection, trained.role().id(), model);
        });
        try {
            follower.follow(trained.role(), loaded[0]);
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
     * @throws InvalidRequest if it has another role
     * @throws dev.marquee.common.error.CorruptData if it cannot be read
     */
    public StoredModel activate(Role role, long id) {
        LoadedModel loaded = loader.load(id);
        ActiveRow now = store.activate(role.id(), id);
        follower.follow(role, loaded);
        return stored.info(store.get(id), Optional.of(now));
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
        follower.follow(role);
    }
}
