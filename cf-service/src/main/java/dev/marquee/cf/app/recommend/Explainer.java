package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.app.catalogue.SimilarityClient.Explained;
import dev.marquee.cf.app.models.LoadedModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says why a movie is in a list. Pure computation, thread-safe.
 */
final class Explainer {
    /** How many shared features an explanation names at most. */
    static final int FEATURES = 4;

    private final RecommendConfig config;

    Explainer(RecommendConfig config) {
        this.config = config;
    }

    /** Of what is owed to the user's ratings by less, these are not named as its reason. */
    static final double LEAST_PERSONAL = 0.2;
    /** What is owed to everybody's more says so first. */
    static final double MOSTLY_PERSONAL = 0.5;

    /** A rated movie that speaks for another one. */
    record Contribution(long movieId, float rating, double share) {
        /** Of a part. */
        Contribution times(double part) {
            return new Contribution(movieId, rating, share * part);
        }
    }

    /**
     * The liked movies that speak most for a movie: those whose factors are like its own, weighed by how much they are
     * liked. Each share is of the sum over all that speak for it.
     *
     * @param movie index in the model
     */
    List<Contribution> contributions(LoadedModel model, LikedMovies liked, int movie) {
        FewLargest largest = new FewLargest(config.explainedBy());
        double sum = 0;
        for (int i = 0; i < liked.size(); i++) {
            double voice = model.cosine(movie, liked.movies()[i]) * liked.weights()[i];
            if (voice > 0) {
                largest.offer(i, voice);
                sum += voice;
            }
        }
        List<Contribution> contributions = new ArrayList<>(largest.size());
        for (int rank = 0; rank < largest.size(); rank++) {
            int place = largest.place(rank);
            contributions.add(new Contribution(liked.ids()[place], liked.ratings()[place], largest.value(rank) / sum));
        }
        return contributions;
    }

    static void fromModel(List<Contribution> contributions, Metadata metadata, List<Reason> reasons) {
        for (Contribution each : contributions) {
            reasons.add(new Reason.Rated(each.movieId(), metadata.titleOf(each.movieId()), each.rating(),
                    each.share()));
        }
    }

    /**
     * Adds at least one: what is in a list for its content says so.
     *
     * @param explained {@code null} where similarity-service did not say
     */
    void fromContent(@Nullable Explained explained, Profile profile, List<Reason> reasons) {
        int before = reasons.size();
        if (explained != null) {
            explained.because().stream().limit(config.explainedBy())
                    .forEach(each -> reasons.add(new Reason.Similar(each.movieId(), each.title(),
                            profile.ratingOf(each.movieId()), each.share())));
            explained.reasons().stream().limit(FEATURES)
                    .forEach(each -> reasons.add(new Reason.Shared(each.kind(), each.value(), each.share())));
        }
        if (reasons.size() == before) {
            reasons.add(new Reason.Content());
        }
    }
}
