package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.catalogue.ContentFeatures;
import dev.marquee.cf.app.models.ActiveModels;
import dev.marquee.cf.app.models.LoadedModel;
import dev.marquee.cf.content.read.Content;
import dev.marquee.cf.index.FinalLists;
import dev.marquee.cf.index.NewMovies;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What lists and predicted stars know of movies' content, kept in step with the catalogue and with the models: every
 * few seconds similarity-service is asked whether anything has changed. Thread-safe.
 */
@Singleton
class ListContent {
    private static final Logger LOG = Logger.getLogger(ListContent.class);

    private final ContentFeatures features;
    private final ActiveModels models;
    private final RecommendConfig config;
    private final ScheduledExecutorService looks = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("list-content").daemon(true).factory());
    private volatile @Nullable Made made;

    ListContent(ContentFeatures features, ActiveModels models, RecommendConfig config) {
        this.features = features;
        this.models = models;
        this.config = config;
    }

    /**
     * Made for one model and one version of the content.
     *
     * @param newMovies {@code null} before they are found, which takes a while
     */
    private record Made(LoadedModel model, Content content, FinalLists lists, @Nullable NewMovies newMovies) {
        boolean fits(LoadedModel other, Content now) {
            return model == other && content.version().equals(now.version());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what fails is told where it does
    void start(@Observes StartupEvent event) {
        looks.scheduleWithFixedDelay(this::look, 0, config.contentRefresh().toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        looks.shutdownNow();
    }

    /**
     * What makes the lists of a model.
     *
     * @param model with a final score
     */
    FinalLists lists(LoadedModel model) {
        return made(model).lists();
    }

    /** Whether the lists of a model are made for the content of now; making them takes a moment. */
    boolean isReady(LoadedModel model) {
        Made last = made;
        return last != null && last.fits(model, features.now());
    }

    /** Movies with too few ratings to be known; none as long as they are being looked for. */
    NewMovies newMovies(LoadedModel model) {
        NewMovies found = made(model).newMovies();
        return found == null ? NewMovies.NONE : found;
    }

    private Made made(LoadedModel model) {
        Content now = features.now();
        Made last = made;
        if (last == null || !last.fits(model, now)) {
            last = new Made(model, now, model.finalLists().with(now.matrix()), null);
            made = last;
        }
        return last;
    }

    /** Reads what has changed, and goes on with it when it is there. */
    private void look() {
        features.current().subscribe().with(content -> later(), failure -> LOG.warn("Content of movies", failure));
    }

    private void later() {
        if (!looks.isShutdown()) {
            looks.execute(this::goOn);
        }
    }

    private void goOn() {
        try {
            models.rating().ifPresent(model -> model.know(features.now().matrix()));
            findNewMovies();
        } catch (RuntimeException e) {
            LOG.error("What movies are like by their content is not known to lists; it is tried again", e);
        }
    }

    private void findNewMovies() {
        LoadedModel model = models.lists().order();
        if (model == null || !model.hasFinalScore()) {
            return;
        }
        Made now = made(model);
        if (now.newMovies() == null) {
            long start = System.nanoTime();
            NewMovies found = now.content().matrix().isEmpty()
                    ? NewMovies.NONE
                    : NewMovies.of(now.content().matrix(), model.model(), model.footprint()::movieRatings,
                            config.minRatings());
            made = new Made(model, now.content(), now.lists(), found);
            LOG.debugf("Found %d movies with few ratings in %d ms", found.size(),
                    (System.nanoTime() - start) / 1_000_000);
        }
    }
}
