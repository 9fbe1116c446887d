package dev.marquee.cf.app.feedback;

import dev.marquee.cf.ratings.NewRating;
import dev.marquee.cf.ratings.RatingStore;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.UnknownId;
import dev.marquee.common.postgres.WritersBusy;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes feedback. Never blocks. Thread-safe.
 */
@ApplicationScoped
public class FeedbackService {
    private final RatingStore ratings;
    private final KnownMovies movies;
    private final MeterRegistry metrics;

    FeedbackService(RatingStore ratings, KnownMovies movies, MeterRegistry metrics) {
        this.ratings = ratings;
        this.movies = movies;
        this.metrics = metrics;
    }

    /**
     * Stores a rating.
     *
     * @return fails with {@link UnknownId} for a movie that nobody knows, with
     *         {@link dev.marquee.common.error.UpstreamUnavailable} where that cannot be found out, and with
     *         {@link dev.marquee.common.error.TemporarilyUnavailable} while others keep it waiting
     */
    public Uni<NewRating> put(long userId, long movieId, @Nullable Double rating) {
        NewRating given = new NewRating(userId, movieId, RatingRules.checked("rating", rating), Instant.now());
        return movies.require(movieId).chain(() -> told(ratings.put(given))).invoke(() -> count("put", 1))
                .replaceWith(given);
    }

    /**
     * Takes a rating back.
     *
     * @return fails with {@link UnknownId} where there is none
     */
    public Uni<Void> delete(long userId, long movieId) {
        return told(ratings.delete(userId, movieId)).invoke(() -> count("delete", 1));
    }

    /**
     * Stores many ratings, all or none.
     *
     * @return how many; fails with {@link InvalidRequest} naming each offending row
     */
    public Uni<Integer> putAll(RatingBatch batch) {
        List<NewRating> checked = RatingRules.checked(batch);
        Set<Long> rated = checked.stream().map(NewRating::movieId).collect(Collectors.toSet());
        return movies.unknownOf(rated).invoke(unknown -> refuse(batch, checked, unknown))
                .chain(() -> told(ratings.putAll(checked)))
                .invoke(() -> count("put", checked.size())).replaceWith(checked.size());
    }

    private static void refuse(RatingBatch batch, List<NewRating> checked, Set<Long> unknown) {
        SequencedMap<String, String> problems = new LinkedHashMap<>();
        for (int i = 0; i < checked.size() && !unknown.isEmpty(); i++) {
            long movie = checked.get(i).movieId();
            if (unknown.contains(movie)) {
                problems.put(batch.name(i, "movieId"), "there is no movie with id " + movie);
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidRequest(problems);
        }
    }

    private static Uni<Void> told(Uni<Void> written) {
        return WritersBusy.told(written, "Others are writing ratings.");
    }

    private void count(String kind, int ratings) {
        metrics.counter("marquee.feedback", "kind", kind).increment(ratings);
    }
}
