package dev.marquee.cf.index;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.FinalScore;
import dev.marquee.cf.model.ItemWeights;
import dev.marquee.cf.model.ListTables;
import dev.marquee.cf.model.ScoreWeights;
import dev.marquee.common.rank.Scored;
import dev.marquee.common.rank.TopK;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Makes lists by a final score: some hundred movies each by the model, by what rated movies say, and by popularity, all
 * of them put in order by the score. Who told nothing, or whose ratings say of no movie that it is liked, so gets what
 * is popular. Immutable, thread-safe.
 */
public final class FinalLists {
    /** How many movies each of the three puts up, at least. */
    private static final int EACH = 100;
    /**
     * What content says of what is disliked, in the measure of what rated movies say. The most that costs lists of
     * MovieLens 1M and latest-small no more than 0.001 of their NDCG@10.
     */
    private static final float CONTENT_DISLIKE = 0.003f;

    private final FactorModel model;
    private final FactorIndex index;
    private final ListTables tables;
    private final ModelContent content;
    private final int[] byPopularity;

    /**
     * @param index of the model's movies
     * @param content what movies are like by their content; may be empty
     */
    public FinalLists(FactorModel model, FactorIndex index, ListTables tables, ContentMatrix content) {
        this(model, index, tables, new ModelContent(model.movies(), content),
                IntStream.range(0, tables.popularity().length).boxed()
                        .sorted(Comparator.comparingDouble((Integer movie) -> -tables.popularity()[movie]))
                        .mapToInt(Integer::intValue).toArray());
    }

    private FinalLists(FactorModel model, FactorIndex index, ListTables tables, ModelContent content,
            int[] byPopularity) {
        this.model = model;
        this.index = index;
        this.tables = tables;
        this.content = content;
        this.byPopularity = byPopularity;
    }

    /** The same with what movies are like now. */
    public FinalLists with(ContentMatrix now) {
        return new FinalLists(model, index, tables, new ModelContent(model.movies(), now), byPopularity);
    }

    /**
     * A movie of a list.
     *
     * @param index of the movie
     * @param personal how much of the place is owed to what the user rated, 0 to 1, and not to what everybody likes
     */
    public record Placed(int index, float score, float personal) {}

    /**
     * The best movies.
     *
     * @param score with the tables of these lists
     * @param limit how many
     * @return best first, equal ones by ascending index; fewer only where the filter lets fewer pass
     */
    public List<Placed> top(FinalScore score, Rater rater, int limit, ItemFilter allowed) {
        ListPool pool = pool(rater, limit, allowed);
        double[] scores = pool.scores(score.weights());
        TopK best = new TopK(limit);
        for (int i = 0; i < scores.length; i++) {
            best.offer(i, (float) scores[i]);
        }
        double[] weights = score.weights().at(pool.known(), pool.away());
        double[] usual = pool.usual();
        return best.drain().stream().map(scored -> new Placed(pool.movies()[scored.index()], scored.score(),
                pool.personal(weights, usual, scored.index()))).toList();
    }

    /**
     * What may enter a list.
     *
     * @param limit how long it is
     */
    public ListPool pool(Rater rater, int limit, ItemFilter allowed) {
        Spoken spoken = new Spoken(tables.items(), rater);
        int each = Math.max(EACH, limit);
        TreeSet<Integer> movies = new TreeSet<>();
        if (IntStream.range(0, rater.vector().length).anyMatch(f -> rater.vector()[f] != 0)) {
            index.top(rater.vector(), each, allowed).forEach(scored -> movies.add(scored.index()));
        }
        spoken.best(each, allowed).forEach(scored -> movies.add(tables.items().movie(scored.index())));
        IntStream.of(byPopularity).filter(allowed::accepts).limit(each).forEach(movies::add);
        return said(rater, spoken, movies.stream().mapToInt(Integer::intValue).toArray());
    }

    private ListPool said(Rater rater, Spoken spoken, int[] movies) {
        double[] stars = StarsFoldIn.vector(tables, rater);
        ContentTaste taste = content.taste(rater, rater.usual(tables.starMean()));
        float[] said = new float[movies.length * ScoreWeights.FEATURES];
        float[] disliked = new float[movies.length];
        int at = 0;
        for (int i = 0; i < movies.length; i++) {
            int movie = movies[i];
            said[at++] = index.score(rater.vector(), movie);
            said[at++] = spoken.liking(movie);
            said[at++] = StarsFoldIn.beyond(tables, stars, movie);
            said[at++] = tables.popularity()[movie];
            said[at++] = tables.trend()[movie];
            said[at++] = tables.quality()[movie];
            float like = taste.like(movie);
            said[at++] = like;
            disliked[i] = spoken.disliking(movie) + CONTENT_DISLIKE * Math.max(0, -like);
        }
        return new ListPool(spoken.known, rater.away(), movies, said, disliked);
    }

    /** What the rated movies say for others. */
    private final class Spoken {
        private final ItemWeights items;
        private final float[] forIt;
        private final float[] signed;
        private double known;

        Spoken(ItemWeights items, Rater rater) {
            this.items = items;
            this.forIt = new float[items.size()];
            this.signed = new float[items.size()];
            float usual = rater.usual(tables.starMean());
            float range = Math.max(1e-6f, model.maxRating() - model.minRating());
            for (int i = 0; i < rater.movies().length; i++) {
                float share = Math.clamp((rater.ratings()[i] - model.minRating()) / range, 0, 1);
                known += share;
                int place = items.place(rater.movies()[i]);
                if (place >= 0) {
                    items.add(place, share, forIt, rater.ratings()[i] - usual, signed);
                }
            }
        }

        /** By place in the head; only such as are spoken for. */
        List<Scored> best(int count, ItemFilter allowed) {
            TopK best = new TopK(count);
            for (int place = 0; place < forIt.length; place++) {
                if (forIt[place] > 0 && forIt[place] >= best.threshold() && allowed.accepts(items.movie(place))) {
                    best.offer(place, forIt[place]);
                }
            }
            return best.drain();
        }

        float liking(int movie) {
            int place = items.place(movie);
            return place < 0 ? 0 : forIt[place];
        }

        float disliking(int movie) {
            int place = items.place(movie);
            return place < 0 ? 0 : Math.max(0, -signed[place] - forIt[place]);
        }
    }
}
