package dev.marquee.cf.app.models;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.train.Role;
import dev.marquee.common.error.ModelNotReady;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The models that answer now, one for each role. Whoever took one goes on with it, whatever is activated meanwhile.
 * Thread-safe.
 */
@ApplicationScoped
public class ActiveModels {
    private static final String ADVICE = "There is no active rating model. Import ratings (POST /api/v1/imports), then train"
            + " one: POST /api/v1/trainings {\"algorithm\": \"" + Algorithms.of(Role.RATING).id() + "\"}.";

    private final Map<Role, LoadedModel> models = new ConcurrentHashMap<>();
    private volatile String problem = ADVICE;

    ActiveModels(MeterRegistry metrics) {
        metrics.gauge("marquee.model.age.seconds", this, ActiveModels::ageSeconds);
        metrics.gauge("marquee.model.id", this, active -> active.rating().map(LoadedModel::id).orElse(0L));
    }

    private static double ageSeconds(ActiveModels active) {
        return active.rating().map(model -> Duration.between(model.createdAt(), Instant.now()).toMillis() / 1000.0)
                .orElse(Double.NaN);
    }

    /** The model that predicts stars, if there is one. */
    public Optional<LoadedModel> rating() {
        return Optional.ofNullable(models.get(Role.RATING));
    }

    /**
     * The model that predicts stars.
     *
     * @throws ModelNotReady with what to do
     */
    public LoadedModel requireRating() {
        return rating().orElseThrow(() -> new ModelNotReady(problem));
    }

    /** The model that orders lists, if there is one. */
    public Optional<LoadedModel> ranking() {
        return Optional.ofNullable(models.get(Role.RANKING));
    }

    /** What lists are made by now; without any model, both are missing. */
    public ListModels lists() {
        LoadedModel stars = models.get(Role.RATING);
        LoadedModel ranking = models.get(Role.RANKING);
        return new ListModels(ranking == null ? stars : ranking, stars);
    }

    /**
     * What lists are made by now.
     *
     * @throws ModelNotReady where there is neither a ranking nor a rating model
     */
    public ListModels requireLists() {
        ListModels now = lists();
        if (now.order() == null) {
            throw new ModelNotReady(problem);
        }
        return now;
    }

    /** Why there is no rating model; meant for people. */
    public String problem() {
        return problem;
    }

    Optional<LoadedModel> of(Role role) {
        return Optional.ofNullable(models.get(role));
    }

    void swap(Role role, LoadedModel model) {
        models.put(role, model);
    }

    /** There is nothing that could be active in the role. */
    void none(Role role) {
        models.remove(role);
        if (role == Role.RATING) {
            problem = ADVICE;
        }
    }

    /** What the database calls active in the role cannot be used; what answered before does so still. */
    void unusable(Role role, String why) {
        if (role == Role.RATING) {
            problem = why;
        }
    }
}
