package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.recommend.Candidate.Ranked;
import dev.marquee.cf.app.recommend.Explainer.Contribution;
import dev.marquee.cf.app.recommend.Profile.Opinions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list that is chosen, before titles are put to it.
 *
 * @param contributions by movie id, for those movies that are to be explained from the model
 * @param opinions what the movies that content put up are like
 * @param by what the movies are in order by
 */
record ChosenList(List<Ranked> movies, View view, Map<Long, List<Contribution>> contributions, Opinions opinions,
        List<String> notes, Order by) {

    /** Of what everybody likes. */
    ChosenList(List<Ranked> movies, View view, Map<Long, List<Contribution>> contributions, Opinions opinions,
            List<String> notes) {
        this(movies, view, contributions, opinions, notes, Order.POPULAR);
    }

    Set<Long> movieIds() {
        return movies.stream().map(movie -> movie.candidate().movieId()).collect(Collectors.toSet());
    }

    /**
     * With movies of another list behind its own, which says so.
     *
     * @param more has none of these
     * @param length how many movies the whole has at most
     */
    ChosenList filledBy(ChosenList more, int length) {
        if (movies.isEmpty()) {
            List<String> why = new ArrayList<>(notes);
            why.add("Nothing else fits: these are movies that everybody likes.");
            return new ChosenList(more.movies(), view, more.contributions(), Opinions.NONE, why, Order.POPULAR);
        }
        List<Ranked> all = Stream
                .concat(movies.stream(), more.movies().stream().map(movie -> movie.behind(movies.getLast())))
                .limit(length).toList();
        List<String> why = new ArrayList<>(notes);
        if (all.size() > movies.size()) {
            why.add("From place " + (movies.size() + 1) + " on these are movies that everybody likes: no others fit.");
        }
        return new ChosenList(all, view, contributions, opinions, why, by);
    }

    /** All movies whose titles are needed. */
    List<Long> mentioned() {
        List<Long> ids = new ArrayList<>(movies.size());
        movies.forEach(movie -> ids.add(movie.candidate().movieId()));
        contributions.values().forEach(each -> each.forEach(one -> ids.add(one.movieId())));
        return ids;
    }

    /**
     * The movies whose reasons by content are told; some are even without being asked for.
     *
     * @param explain whether all are
     */
    long[] toldByContent(boolean explain) {
        return movies.stream().map(Ranked::candidate).filter(movie -> movie.like() && (explain || movie.rare()))
                .mapToLong(Candidate::movieId).toArray();
    }
}
