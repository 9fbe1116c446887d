package dev.marquee.cf.app.models;

import dev.marquee.cf.model.store.ModelStore;
import dev.marquee.common.postgres.NotificationListener;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Loads the active model at the start, and again whenever another replica activates one: PostgreSQL tells all that listen.
 */
@Singleton
class ModelWatch {
    private static final Logger LOG = Logger.getLogger(ModelWatch.class);

    private final ModelService models;
    private final DataSource database;
    private NotificationListener listener;

    ModelWatch(ModelService models, DataSource database) {
        this.models = models;
        this.database = database;
    }

    /** Nothing is answered before the models are there; so they are loaded side by side. */
    void start(@Observes StartupEvent event) throws InterruptedException {
        Thread ranking = Thread.ofPlatform().name("load-ranking").start(() -> follow(Roles.RANKING));
        follow(Roles.RATING);
        ranking.join();
        // Each time that listening begins, what was told before is caught up with.
        listener = new NotificationListener(database, ModelStore.CHANNEL, this::followAll, this::follow);
    }

    private void followAll() {
        follow(Roles.RATING);
        follow(Roles.RANKING);
    }

    private void follow(String role) {
        try {
            models.follow(role);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The newly active %s model could not be loaded; the one before it answers on", role);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (listener != null) {
            listener.close();
        }
    }
}
