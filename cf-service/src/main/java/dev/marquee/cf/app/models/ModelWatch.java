package dev.marquee.cf.app.models;

import dev.marquee.cf.model.store.ModelStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Loads the active model at the start, and again whenever another replica activates one: PostgreSQL tells all that listen.
 */
@Singleton
class ModelWatch {
    private static final Logger LOG = Logger.getLogger(ModelWatch.class);
    private static final long RECONNECT_MILLIS = 2000;

    private final ModelService models;
    private final Vertx vertx;
    private final PgConnectOptions options;
    private PgSubscriber subscriber;

    ModelWatch(ModelService models, Vertx vertx, @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.models = models;
        this.vertx = vertx;
        this.options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", "")).setUser(user)
                .setPassword(password);
    }

    void start(@Observes StartupEvent event) {
        models.follow(Roles.RATING);
        subscriber = PgSubscriber.subscriber(vertx, options).reconnectPolicy(failures -> RECONNECT_MILLIS);
        // Also after a lost connection: what was told meanwhile is caught up with.
        subscriber.channel(ModelStore.CHANNEL).subscribeHandler(nothing -> follow(Roles.RATING))
                .handler(this::follow);
        subscriber.connect().onFailure(e -> LOG.warnf("Models that other replicas activate are not noticed: %s", e));
    }

    private void follow(String role) {
        vertx.executeBlocking(() -> {
            models.follow(role);
            return null;
        }, false).onFailure(e -> LOG.errorf(e, "The newly active %s model could not be loaded", role));
    }

    void stop(@Observes ShutdownEvent event) {
        if (subscriber != null) {
            subscriber.close();
        }
    }
}
