package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.catalogue.SimilarityClient.SimilarMovie;
import dev.marquee.cf.app.models.LoadedModel;
import dev.marquee.cf.app.recommend.Candidate.Ranked;
import dev.marquee.cf.app.recommend.Candidate.Source;
import dev.marquee.cf.model.UserVector;
import dev.marquee.common.rank.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Puts candidates in order: by the scores of the ranking model, or of the rating model where there is none. By predicted stars alone, a list is led by movies that a handful of people loved; so what the rating model
 * predicts beyond the user's usual counts the less the fewer ratings the movie has ({@link LoadedModel#ranking}). Pure
 * computation, thread-safe.
 */
final class Ranker {
    private final RecommendConfig config;

    Ranker(RecommendConfig config) {
        this.config = config;
    }

    /**
     * The movies that the model puts up, best first, all of them above the popularity floor.
     *
     * @param limit how many
     * @param allowed by movie id
     */
    List<Candidate> fromModel(LoadedModel model, UserVector taste, int limit, LongPredicate allowed) {
        List<Scored> best = model.ranking().top(taste.factors(), limit,
                movie -> model.footprint().movieRatings(movie) >= config.minRatings()
                        && allowed.test(model.model().movies().idOf(movie)));
        List<Candidate> candidates = new ArrayList<>(best.size());
        for (Scored scored : best) {
            candidates.add(new Candidate(model.model().movies().idOf(scored.index()), scored.index(), scored.score(),
                    null, null, false));
        }
        return candidates;
    }

    /**
     * Joins what both sources put up; the model is asked about each movie, the content answer has its own.
     *
     * @param model {@code null} where there is none
     */
    List<Candidate> join(List<Candidate> fromModel, List<SimilarMovie> fromContent, LoadedModel model,
            UserVector taste) {
        Map<Long, SimilarMovie> similar = new HashMap<>();
        fromContent.forEach(movie -> similar.putIfAbsent(movie.movie().movieId(), movie));
        List<Candidate> joined = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (Candidate candidate : fromModel) {
            seen.add(candidate.movieId());
            joined.add(new Candidate(candidate.movieId(), candidate.movie(), candidate.damped(),
                    similar.get(candidate.movieId()), null, false));
        }
        for (SimilarMovie movie : fromContent) {
            if (seen.add(movie.movie().movieId())) {
                joined.add(contentCandidate(movie, model, taste));
            }
        }
        return joined;
    }

    private Candidate contentCandidate(SimilarMovie movie, LoadedModel model, UserVector taste) {
        long id = movie.movie().movieId();
        int index = model == null ? -1 : model.model().movies().indexOf(id);
        double damped = index < 0 ? 0 : model.ranking().score(taste.factors(), index);
        boolean rare = index < 0 || model.footprint().movieRatings(index) < config.minRatings();
        return new Candidate(id, index, damped, movie, null, rare);
    }

    /**
     * Orders candidates by a weighted sum of both scores, each scaled to 0 … 1 over the candidates; a movie that the model does
     * not know counts there as an average one.
     *
     * @param contentWeight 0: the model alone, 1: content alone
     * @return best first; equal scores by movie id
     */
    static List<Ranked> rank(List<Candidate> candidates, double contentWeight) {
        double low = Math.min(0, candidates.stream().mapToDouble(Candidate::damped).min().orElse(0));
        double high = Math.max(0, candidates.stream().mapToDouble(Candidate::damped).max().orElse(0));
        double range = high > low ? high - low : 1;
        double mostContent = candidates.stream().mapToDouble(Candidate::content).max().orElse(0);
        List<Ranked> ranked = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            double model = (1 - contentWeight) * (candidate.damped() - low) / range;
            double content = mostContent > 0 ? contentWeight * candidate.content() / mostContent : 0;
            Source source = candidate.rare() || content > model ? Source.CONTENT : Source.MODEL;
            ranked.add(new Ranked(candidate, model + content, model + content, source));
        }
        ranked.sort(Comparator.comparingDouble((Ranked movie) -> -movie.score())
                .thenComparingLong(movie -> movie.candidate().movieId()));
        return ranked;
    }
}
