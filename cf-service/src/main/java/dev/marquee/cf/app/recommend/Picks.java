package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.recommend.Candidate.Ranked;
import dev.marquee.cf.app.recommend.Explainer.Contribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A list that is chosen, before titles are put to it.
 *
 * @param contributions by movie id, for those movies that are to be explained from the model
 */
record Picks(List<Ranked> movies, View view, Map<Long, List<Contribution>> contributions, List<String> notes) {

    /** All movies whose titles are needed. */
    List<Long> mentioned() {
        List<Long> ids = new ArrayList<>(movies.stream().map(movie -> movie.candidate().movieId()).toList());
        contributions.values().forEach(each -> each.forEach(one -> ids.add(one.movieId())));
        return ids;
    }
}
