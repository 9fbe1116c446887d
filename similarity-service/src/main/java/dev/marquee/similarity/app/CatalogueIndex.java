package dev.marquee.similarity.app;

import dev.marquee.common.error.ModelNotReady;
import dev.marquee.common.postgres.NotificationListener;
import dev.marquee.common.postgres.Notifications;
import dev.marquee.similarity.catalogue.CatalogueStore;
import dev.marquee.similarity.catalogue.ChangeSender;
import dev.marquee.similarity.features.FeatureWeights;
import dev.marquee.similarity.movie.Movie;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the {@link Snapshot} that requests are answered from, and keeps it true to the database.
 *
 * <p>
 * All changes happen on one thread, one after another, and each reads what the database holds at that moment. So it
 * does not matter in which order racing writers report their changes: after the last report the snapshot equals the
 * database. The same goes for what other replicas report. Readers never wait. Thread-safe.
 */
@Singleton
public class CatalogueIndex {
    private static final Logger LOG = Logger.getLogger(CatalogueIndex.class);
    private static final int AFTER_IMPORTS = ObserverMethod.DEFAULT_PRIORITY + 500;
    private static final int RETRY_SECONDS = 5;
    private static final String ADVICE = " Import a data folder: POST /api/v1/imports with {\"path\": \"…\"}.";

    private final Notifications notifications;
    private final CatalogueStore store;
    private final FeatureWeights weights;
    private final ChangeSender sender = new ChangeSender();
    private final ScheduledExecutorService updates = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("index").daemon(true).factory());
    /** {@code null} until the first load. */
    private volatile @Nullable Snapshot snapshot;
    /** {@code null} until the start, which may fail before. */
    private @Nullable NotificationListener listener;

    CatalogueIndex(Notifications notifications, CatalogueStore store, FeatureWeights weights) {
        this.notifications = notifications;
        this.store = store;
        this.weights = weights;
    }

    void start(@Observes StartupEvent event) {
        // Load only after listening has begun, so that no change falls between the two.
        listener = notifications.listen(ChangeSender.CHANNEL, () -> inBackground(this::load), this::hear);
    }

    /** After the imports, which still need the thread to end well. */
    void stop(@Observes @Priority(AFTER_IMPORTS) ShutdownEvent event) {
        if (listener != null) {
            listener.close();
        }
        updates.shutdownNow();
    }

    /** What writers tell the other replicas with. */
    public ChangeSender sender() {
        return sender;
    }

    /** What there is to answer from, where the catalogue has been loaded; it may hold no movie. */
    public Optional<Snapshot> loaded() {
        return Optional.ofNullable(snapshot);
    }

    /**
     * What to answer from.
     *
     * @throws ModelNotReady if the catalogue is not loaded yet or holds no movie, saying what to do
     */
    public Snapshot current() {
        Snapshot current = snapshot;
        if (current == null) {
            throw new ModelNotReady("The catalogue is being loaded. Try again in a few seconds.");
        }
        if (current.size() == 0) {
            throw new ModelNotReady("The catalogue is empty." + ADVICE);
        }
        return current;
    }

    /**
     * Reads these movies again. Call it after the transaction that changed them.
     *
     * @return done when the index has followed; then every new request sees it
     */
    public Uni<Void> refresh(Collection<Long> movieIds) {
        return Uni.createFrom().voidItem().emitOn(updates).invoke(() -> reread(movieIds)).onFailure()
                .invoke(this::loadLater);
    }

    /**
     * Ends an import: builds the index of what the catalogue will be, makes the import take effect, and publishes the
     * index. No other change comes between the two, because both run on the thread of all changes. Blocks.
     *
     * @param commit makes the import take effect; not run if the index cannot be built
     */
    void replace(Collection<Movie> movies, Runnable commit) {
        Snapshot next = Snapshot.build(movies, weights);
        CompletableFuture.runAsync(() -> {
            commit.run();
            publish(next);
        }, updates).join();
    }

    private void hear(String message) {
        ChangeSender.Change change = sender.read(message);
        if (change.own()) {
            return;
        }
        inBackground(
                change.everything() ? this::load : () -> reread(LongStream.of(change.movieIds()).boxed().toList()));
    }

    private void inBackground(Runnable work) {
        updates.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                loadLater(e);
            }
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // inBackground says itself what went wrong
    private void loadLater(Throwable failure) {
        LOG.errorf(failure, "The catalogue index could not be brought up to date; it is loaded anew in %d s",
                RETRY_SECONDS);
        updates.schedule(() -> inBackground(this::load), RETRY_SECONDS, TimeUnit.SECONDS);
    }

    private void load() {
        publish(Snapshot.build(store.all(), weights));
    }

    private void publish(Snapshot next) {
        snapshot = next;
        LOG.infof("Catalogue index: %d movies, %d features, built in %d ms", next.size(), next.index().featureCount(),
                next.buildTime().toMillis());
    }

    private void reread(Collection<Long> movieIds) {
        Snapshot next = snapshot;
        if (next == null) {
            return; // the first load is still to come, and will read everything
        }
        Set<Long> gone = new HashSet<>(movieIds);
        for (Movie movie : store.some(movieIds)) {
            next = next.with(movie);
            gone.remove(movie.movieId());
        }
        for (long movieId : gone) {
            next = next.without(movieId);
        }
        snapshot = next.upToDate(weights);
    }
}
