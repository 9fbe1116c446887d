package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.models.LoadedModel;
import dev.marquee.cf.app.recommend.Candidate.Ranked;
import dev.marquee.cf.app.recommend.Explainer.Contribution;
import dev.marquee.cf.model.UserVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A list that is chosen, before titles are put to it.
 *
 * @param model {@code null} where none was used
 * @param taste {@code null} where no model was used
 * @param contributions by movie id, for those movies that are to be explained from the model
 */
record Picks(List<Ranked> movies, LoadedModel model, UserVector taste, boolean foldedIn,
        Map<Long, List<Contribution>> contributions, List<String> notes) {

    /** All movies whose titles are needed. */
    List<Long> mentioned() {
        List<Long> ids = new ArrayList<>(movies.stream().map(movie -> movie.candidate().movieId()).toList());
        contributions.values().forEach(each -> each.forEach(one -> ids.add(one.movieId())));
        return ids;
    }

    /** Stars in hundredths; {@code null} without a model. */
    Double predicted(Candidate candidate) {
        return model == null || taste == null
                ? null
                : (Double) (Math.round(model.model().predict(taste, candidate.movie()) * 100) / 100.0);
    }
}
