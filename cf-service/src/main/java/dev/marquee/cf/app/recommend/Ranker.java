package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.models.LoadedModel;
import dev.marquee.cf.app.recommend.Candidate.Ranked;
import dev.marquee.cf.app.recommend.ContentCandidates.Found;
import dev.marquee.cf.app.recommend.Profile.Opinions;
import dev.marquee.cf.app.recommend.View.Seen;
import dev.marquee.cf.index.FinalLists;
import dev.marquee.cf.index.NewMovies;
import dev.marquee.cf.model.Footprint;
import dev.marquee.common.id.IdMap;
import dev.marquee.common.rank.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts candidates in order: by the scores of the ranking model, or of the rating model where there is none. By
 * predicted stars alone, a list is led by movies that a handful of people loved; so what the rating model predicts
 * beyond the user's usual counts the less the fewer ratings the movie has ({@link LoadedModel#ranking}). Pure
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
    List<Scored> fromModel(Seen seen, int limit, LongPredicate allowed) {
        int floor = config.minRatings();
        IdMap movies = seen.model().model().movies();
        Footprint footprint = seen.model().footprint();
        return seen.model().ranking().top(seen.vector().factors(), limit,
                movie -> footprint.movieRatings(movie) >= floor && allowed.test(movies.idOf(movie)));
    }

    /**
     * The movies in the order of the model's final score, all of them above the popularity floor.
     *
     * @param limit how many
     * @param allowed by movie id
     */
    List<Ranked> byFinalScore(FinalLists lists, Seen seen, Profile profile, int limit, LongPredicate allowed) {
        IdMap movies = seen.model().model().movies();
        Footprint footprint = seen.model().footprint();
        List<FinalLists.Placed> best = seen.model().finalList(lists, seen.taste(), profile.movieIds(),
                profile.ratings(), profile.isAway(), limit,
                movie -> footprint.movieRatings(movie) >= config.minRatings() && allowed.test(movies.idOf(movie)));
        double low = best.isEmpty() ? 0 : best.getLast().score();
        double range = best.isEmpty() ? 1 : Math.max(1e-9, best.getFirst().score() - low);
        return best.stream()
                .map(scored -> new Ranked(
                        new Candidate(movies.idOf(scored.index()), scored.index(), scored.score(), 0, null, false,
                                scored.personal()),
                        scored.score(), (scored.score() - low) / range, Source.MODEL))
                .toList();
    }

    /**
     * Movies with too few ratings for the model, by what it would say of them.
     *
     * @param opinions what their content is to be like
     * @param limit how many
     * @param allowed by movie id
     */
    List<Ranked> newMovies(NewMovies movies, Seen seen, Opinions opinions, int limit, LongPredicate allowed) {
        IdMap known = seen.model().model().movies();
        return movies.top(seen.vector().factors(), opinions.movieIds(), opinions.weights(), limit, allowed).stream()
                .map(found -> new Ranked(
                        new Candidate(found.movieId(), known.indexOf(found.movieId()), found.score(), 1, null, true),
                        found.score(), 0, Source.CONTENT))
                .toList();
    }

    /** Whether the model prefers one of its movies to another; if not, their order would be that of their ids. */
    static boolean tellsApart(List<Scored> best) {
        return best.size() < 2 || best.getFirst().score() > best.getLast().score();
    }

    /**
     * Joins what both sources put up; the model is asked about each movie, the content answer has its own.
     *
     * @param best of the model
     * @param seen {@code null} where there is no model
     */
    List<Candidate> join(List<Scored> best, Found content, @Nullable Seen seen) {
        List<Candidate> joined = new ArrayList<>(best.size() + content.size());
        boolean[] known = new boolean[content.size()];
        if (seen != null) {
            for (Scored scored : best) {
                long id = seen.model().model().movies().idOf(scored.index());
                int place = content.indexOf(id);
                if (place >= 0) {
                    known[place] = true;
                }
                joined.add(new Candidate(id, scored.index(), scored.score(), place < 0 ? 0 : content.scores()[place],
                        null, false));
            }
        }
        for (int place = 0; place < known.length; place++) {
            if (!known[place]) {
                joined.add(contentCandidate(content.movieIds()[place], content.scores()[place], seen));
            }
        }
        return joined;
    }

    private Candidate contentCandidate(long id, double score, @Nullable Seen seen) {
        int index = seen == null ? -1 : seen.model().model().movies().indexOf(id);
        if (seen == null || index < 0) {
            return new Candidate(id, -1, 0, score, null, true);
        }
        return new Candidate(id, index, seen.model().ranking().score(seen.vector().factors(), index), score, null,
                seen.model().footprint().movieRatings(index) < config.minRatings());
    }

    /**
     * Orders candidates by a weighted sum of both scores, each scaled to 0 … 1 over the candidates; a movie that the
     * model does not know counts there as an average one.
     *
     * @param contentWeight 0: the model alone, 1: content alone
     * @return best first; equal scores by movie id
     */
    static List<Ranked> rank(List<Candidate> candidates, double contentWeight) {
        double low = 0;
        double high = 0;
        double mostContent = 0;
        for (Candidate candidate : candidates) {
            low = Math.min(low, candidate.damped());
            high = Math.max(high, candidate.damped());
            mostContent = Math.max(mostContent, candidate.content());
        }
        double range = high > low ? high - low : 1;
        List<Ranked> ranked = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            double model = (1 - contentWeight) * (candidate.damped() - low) / range;
            double content = mostContent > 0 ? contentWeight * candidate.content() / mostContent : 0;
            Source source = candidate.rare() || content > model ? Source.CONTENT : Source.MODEL;
            ranked.add(new Ranked(candidate, model + content, model + content, source));
        }
        ranked.sort(null);
        return ranked;
    }
}
