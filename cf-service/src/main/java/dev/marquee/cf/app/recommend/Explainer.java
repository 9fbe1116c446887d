package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.app.catalogue.SimilarityClient.SimilarMovie;
import dev.marquee.cf.app.models.LoadedModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

    /** A rated movie that speaks for another one. */
    record Contribution(long movieId, float rating, double share) {}

    /**
     * The liked movies that speak most for a movie: those whose factors are like its own, weighed by how much they are liked.
     * Each share is of the sum over all that speak for it.
     *
     * @param movie index in the model
     */
    List<Contribution> contributions(LoadedModel model, Profile profile, int movie) {
        double usual = profile.usual();
        List<Contribution> all = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < profile.size(); i++) {
            int rated = model.model().movies().indexOf(profile.movieIds()[i]);
            double liked = profile.ratings()[i] - usual;
            double voice = rated < 0 || liked <= 0 ? 0 : model.cosine(movie, rated) * liked;
            if (voice > 0) {
                all.add(new Contribution(profile.movieIds()[i], profile.ratings()[i], voice));
                sum += voice;
            }
        }
        double total = sum;
        return all.stream().sorted(Comparator.comparingDouble(Contribution::share).reversed())
                .limit(config.explainedBy()).map(each -> new Contribution(each.movieId(), each.rating(),
                        each.share() / total))
                .toList();
    }

    static List<Reason> fromModel(List<Contribution> contributions, Metadata metadata) {
        return contributions.stream().map(each -> Reason.rated(each.movieId(), metadata.titleOf(each.movieId()),
                each.rating(), each.share())).toList();
    }

    /** Never empty: what is in a list for its content says so. */
    List<Reason> fromContent(SimilarMovie similar, Profile profile) {
        List<Reason> reasons = new ArrayList<>();
        similar.because().stream().limit(config.explainedBy()).forEach(each -> reasons
                .add(Reason.similar(each.movieId(), each.title(), profile.ratingOf(each.movieId()), each.share())));
        similar.reasons().stream().limit(FEATURES)
                .forEach(each -> reasons.add(Reason.feature(each.kind(), each.value(), each.share())));
        if (reasons.isEmpty()) {
            reasons.add(Reason.feature("content", "Its metadata are like those of the movies that you like", 1));
        }
        return reasons;
    }
}
