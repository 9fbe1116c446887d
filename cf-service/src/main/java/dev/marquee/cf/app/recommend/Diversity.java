package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.catalogue.CatalogueMovie;
import dev.marquee.cf.app.catalogue.Metadata;
import dev.marquee.cf.app.models.LoadedModel;
import dev.marquee.cf.app.recommend.Candidate.Ranked;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How alike two candidates are: by the cosine of their factors, else by the genres that they share. Pure computation.
 */
final class Diversity {
    private static final int POOL_FACTOR = 5;
    private static final int LEAST_POOL = 50;

    private Diversity() {}

    /**
     * Chooses a list.
     *
     * @param ranked best first
     * @param model {@code null} where there is none
     * @param genres those of movies that the model does not know
     */
    static List<Ranked> choose(List<Ranked> ranked, @Nullable LoadedModel model, Metadata genres, int limit,
            double diversity) {
        return Mmr.select(ranked.subList(0, Math.min(ranked.size(), pool(limit))), Ranked::relevance,
                (a, b) -> likeness(a.candidate(), b.candidate(), model, genres), limit, diversity);
    }

    /** From so many a list is chosen: from further down nothing should come up merely for being different. */
    static int pool(int limit) {
        return Math.max(LEAST_POOL, POOL_FACTOR * limit);
    }

    static double likeness(Candidate a, Candidate b, @Nullable LoadedModel model, Metadata genres) {
        if (model != null && a.movie() >= 0 && b.movie() >= 0) {
            return model.cosine(a.movie(), b.movie());
        }
        CatalogueMovie movieA = genres.movies().get(a.movieId());
        CatalogueMovie movieB = genres.movies().get(b.movieId());
        return movieA == null || movieB == null ? 0 : jaccard(movieA.genres(), movieB.genres());
    }

    private static double jaccard(List<String> a, List<String> b) {
        Set<String> all = new HashSet<>(a);
        all.addAll(b);
        Set<String> shared = new HashSet<>(a);
        shared.retainAll(b);
        return all.isEmpty() ? 0 : (double) shared.size() / all.size();
    }
}
