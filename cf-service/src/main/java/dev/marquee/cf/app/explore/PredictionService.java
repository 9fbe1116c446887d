package dev.marquee.cf.app.explore;

import dev.marquee.cf.app.CpuWork;
import dev.marquee.cf.app.explore.Prediction.Basis;
import dev.marquee.cf.app.feedback.KnownMovies;
import dev.marquee.cf.app.models.ActiveModels;
import dev.marquee.cf.app.models.LoadedModel;
import dev.marquee.cf.app.recommend.Profile;
import dev.marquee.cf.model.Uncertainty;
import dev.marquee.cf.predict.RatingPredictor;
import dev.marquee.cf.ratings.RatedMovies;
import dev.marquee.cf.ratings.RatingStore;
import dev.marquee.common.error.UnknownId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Predicts single ratings, from the ratings that are stored now. Never blocks. Thread-safe.
 */
@ApplicationScoped
public class PredictionService {
    private final ActiveModels models;
    private final RatingStore ratings;
    private final KnownMovies movies;

    PredictionService(ActiveModels models, RatingStore ratings, KnownMovies movies) {
        this.models = models;
        this.ratings = ratings;
        this.movies = movies;
    }

    /** Whose rating of what. */
    public record Pair(long userId, long movieId) {}

    /**
     * @return fails with {@link UnknownId} for a user without ratings or a movie that nobody knows, with
     *         {@link dev.marquee.common.error.ModelNotReady} without a model
     */
    public Uni<Prediction> predict(long userId, long movieId) {
        LoadedModel model = models.requireRating();
        Uni<Void> known = model.support(movieId) > 0 ? Uni.createFrom().voidItem() : movies.require(movieId);
        return known.chain(() -> ratings.rated(userId)).flatMap(rated -> {
            if (rated.isEmpty() && !model.model().users().contains(userId)) {
                throw new UnknownId("user", userId);
            }
            return CpuWork.run(() -> predict(model, new Pair(userId, movieId),
                    Rater.of(model, Profile.stored(userId, rated))));
        });
    }

    /**
     * Many at once. What the model does not know is predicted from what it does, and says so.
     *
     * @return in the order of the pairs; fails with {@link dev.marquee.common.error.ModelNotReady} without a model
     */
    public Uni<List<Prediction>> predict(List<Pair> pairs) {
        LoadedModel model = models.requireRating();
        List<Long> users = pairs.stream().map(Pair::userId).distinct().toList();
        return ratings.rated(users).flatMap(rated -> CpuWork.run(() -> predict(model, pairs, rated)));
    }

    private static List<Prediction> predict(LoadedModel model, List<Pair> pairs,
            Map<Long, RatedMovies> rated) {
        Map<Long, Rater> raters = new HashMap<>();
        List<Prediction> predictions = new ArrayList<>(pairs.size());
        for (Pair pair : pairs) {
            Rater rater = raters.computeIfAbsent(pair.userId(),
                    user -> Rater.of(model, Profile.stored(user, rated.getOrDefault(user, RatedMovies.NONE))));
            predictions.add(predict(model, pair, rater));
        }
        return predictions;
    }

    /** One of those who are asked for, however many of the pairs are theirs. */
    private record Rater(Profile profile, LoadedModel.Taste taste, RatingPredictor predictor) {

        static Rater of(LoadedModel model, Profile profile) {
            LoadedModel.Taste taste = profile.taste(model);
            return new Rater(profile, taste, profile.predictor(model, taste));
        }
    }

    private static Prediction predict(LoadedModel model, Pair pair, Rater rater) {
        Profile profile = rater.profile();
        LoadedModel.Taste taste = rater.taste();
        int movie = model.support(pair.movieId()) == 0 ? -1 : model.model().movies().indexOf(pair.movieId());
        boolean user = !taste.foldedIn() || !profile.isEmpty();
        Basis basis;
        if (user && movie >= 0) {
            basis = taste.foldedIn() ? Basis.FOLDED_IN : Basis.MODEL;
        } else {
            basis = user ? Basis.USER : movie >= 0 ? Basis.MOVIE : Basis.MEAN;
        }
        Float deviation = user && movie >= 0
                ? model.model().uncertainty()
                        .map(known -> deviation(known, model.model().users().indexOf(pair.userId()), profile.size(),
                                movie))
                        .orElse(null)
                : null;
        return new Prediction(pair.userId(), pair.movieId(), rater.predictor().predict(movie, RatingPredictor.ANY_TIME),
                deviation, basis, profile.ratingOf(pair.movieId()));
    }

    private static float deviation(Uncertainty known, int user, int rated, int movie) {
        return user < 0 ? known.deviationTold(rated, movie) : known.deviation(user, movie);
    }
}
