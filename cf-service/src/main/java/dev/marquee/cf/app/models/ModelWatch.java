package dev.marquee.cf.app.models;

import dev.marquee.cf.model.store.ModelStore;
import dev.marquee.cf.train.Role;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.postgres.NotificationListener;
import dev.marquee.common.postgres.Notifications;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Loads the active model at the start, and again whenever another replica activates one: PostgreSQL tells all that
 * listen. What fails is tried again until it succeeds.
 */
@Singleton
class ModelWatch {
    private static final Logger LOG = Logger.getLogger(ModelWatch.class);
    private static final int RETRY_SECONDS = 5;

    private final ModelFollower models;
    private final Notifications notifications;
    private final ScheduledExecutorService retries = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("load-again").daemon(true).factory());
    /** Those whose turn is still to come: failures of one role are not tried again side by side. */
    private final Set<Role> waiting = ConcurrentHashMap.newKeySet();
    private @Nullable NotificationListener listener;

    ModelWatch(ModelFollower models, Notifications notifications) {
        this.models = models;
        this.notifications = notifications;
    }

    /** Nothing is answered before the models are there; so they are loaded side by side. */
    void start(@Observes StartupEvent event) throws InterruptedException {
        Thread ranking = Thread.ofPlatform().name("load-ranking").start(() -> follow(Role.RANKING));
        follow(Role.RATING);
        ranking.join();
        // Each time that listening begins, what was told before is caught up with.
        listener = notifications.listen(ModelStore.CHANNEL, this::followAll, this::heard);
    }

    private void followAll() {
        follow(Role.RATING);
        follow(Role.RANKING);
    }

    /** A replica of another version may have roles that this one does not know. */
    private void heard(String role) {
        try {
            follow(Role.named(role));
        } catch (InvalidRequest e) {
            LOG.warnf("Another replica told of an active model that this one has no use for: %s", e.getMessage());
        }
    }

    private void follow(Role role) {
        try {
            models.follow(role);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The newly active %s model could not be loaded; the one before it answers on, and it is tried"
                    + " again in %d s", role.id(), RETRY_SECONDS);
            followLater(role);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // follow says itself what went wrong
    private void followLater(Role role) {
        if (!retries.isShutdown() && waiting.add(role)) {
            retries.schedule(() -> {
                waiting.remove(role);
                follow(role);
            }, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (listener != null) {
            listener.close();
        }
        retries.shutdownNow();
    }
}
