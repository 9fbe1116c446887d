package dev.marquee.cf.app.models;

import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.index.FactorIndex;
import dev.marquee.cf.index.FinalLists;
import dev.marquee.cf.index.ItemFilter;
import dev.marquee.cf.index.Rater;
import dev.marquee.cf.index.SupportDamping;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.FinalScore;
import dev.marquee.cf.model.Footprint;
import dev.marquee.cf.model.ScoreWeights;
import dev.marquee.cf.model.UserVector;
import dev.marquee.cf.predict.KnownRatings;
import dev.marquee.cf.predict.RatingPredictor;
import dev.marquee.cf.predict.RatingPredictors;
import dev.marquee.cf.train.Folding;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A model in memory, ready to answer. Immutable for its callers, thread-safe.
 */
public final class LoadedModel {
    private final long id;
    private final Instant createdAt;
    private final FactorModel model;
    private final Footprint footprint;
    private final Folding folding;
    private volatile RatingPredictors predictors;
    private volatile ContentMatrix content = ContentMatrix.EMPTY;
    private final FactorIndex ranking;
    private final @Nullable FinalLists lists;
    private volatile @Nullable FactorIndex neighbours;

    /**
     * @param createdAt when it was trained
     * @param footprint what it was trained on; as many users and movies as the model has
     * @param supportDamping see {@link ModelConfig#supportDamping}; 0 for a ranking model, whose scores allow for it
     *            themselves
     */
    LoadedModel(long id, Instant createdAt, FactorModel model, Footprint footprint, Folding folding,
            double supportDamping) {
        this.id = id;
        this.createdAt = createdAt;
        this.model = model;
        this.footprint = footprint;
        this.folding = folding;
        this.predictors = RatingPredictors.of(model);
        this.ranking = SupportDamping.index(model, footprint::movieRatings, supportDamping);
        this.lists = model.finalScore()
                .map(score -> new FinalLists(model, ranking, score.tables(), ContentMatrix.EMPTY)).orElse(null);
    }

    /**
     * Someone as the model sees them.
     *
     * @param foldedIn whether the vector was computed from the ratings just now
     */
    public record Taste(UserVector vector, boolean foldedIn) {}

    public long id() {
        return id;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public FactorModel model() {
        return model;
    }

    public Footprint footprint() {
        return footprint;
    }

    /**
     * The movies by what they are ranked by: b_i + p_u·q_i, in a rating model the stars above the user's usual, shrunk
     * by n / (n + damping) for a movie with n ratings, in a ranking model its own scores. Cosines are those of the
     * model's own factors.
     */
    public FactorIndex ranking() {
        return ranking;
    }

    /** Whether lists can be put in order by a learnt final score. */
    public boolean hasFinalScore() {
        return lists != null;
    }

    /**
     * The best movies by the final score.
     *
     * @param by {@link #finalLists}, or those with content
     * @param taste of whoever rated the movies
     * @param away see {@link ScoreWeights#isAway}
     * @return best first
     * @throws java.util.NoSuchElementException where the model has no final score
     */
    public List<FinalLists.Placed> finalList(FinalLists by, Taste taste, long[] movieIds, float[] ratings,
            boolean away, int limit, ItemFilter allowed) {
        FinalScore score = model.finalScore().orElseThrow();
        int[] movies = Arrays.stream(movieIds).mapToInt(model.movies()::indexOf).toArray();
        return by.top(score, Rater.of(taste.vector().factors(), movies, ratings, away), limit, allowed);
    }

    /**
     * Makes lists by the final score, without what movies are like by their content.
     *
     * @throws java.util.NoSuchElementException where the model has no final score
     */
    public FinalLists finalLists() {
        if (lists == null) {
            throw new NoSuchElementException("Model " + id + " has no final score");
        }
        return lists;
    }

    /** The users by their factors; made when it is first asked for, as few services ever are. */
    public FactorIndex neighbours() {
        FactorIndex users = neighbours;
        if (users == null) {
            synchronized (this) {
                users = neighbours == null
                        ? FactorIndex.of(model.factors(), model.allUserFactors(), new float[model.users().size()])
                        : neighbours;
                neighbours = users;
            }
        }
        return users;
    }

    /** The cosine of two movies' factors; 0 where one has none. */
    public double cosine(int movieA, int movieB) {
        return ranking.cosine(movieA, movieB);
    }

    /**
     * The taste behind ratings: the trained one where the user's ratings are still those of the training, else one that
     * is folded in, so that each rating counts at once.
     *
     * @param userId {@code null} for someone who is not stored
     */
    public Taste taste(@Nullable Long userId, long[] movieIds, float[] ratings) {
        int user = remembered(userId, movieIds, ratings);
        return user >= 0
                ? new Taste(model.userVector(user), false)
                : new Taste(folding.user(movieIds, ratings), true);
    }

    /**
     * Lets predictions know what movies are like by their content; takes a moment where that is other than before.
     */
    public void know(ContentMatrix now) {
        if (now != content && predictors.askForRatings()) {
            predictors = RatingPredictors.of(model, now);
            content = now;
        }
    }

    /**
     * What someone gives to movies. What takes time is done when it is first asked, so not on the event loop then.
     *
     * @param taste theirs, as of {@link #taste}
     * @param movieIds of the same ratings
     */
    public RatingPredictor predictor(Taste taste, long[] movieIds, float[] ratings) {
        RatingPredictors asked = predictors;
        return asked.askForRatings()
                ? RatingPredictor.madeLater(() -> asked.of(taste.vector(),
                        KnownRatings.of(model, movieIds, ratings, new long[movieIds.length])))
                : asked.of(taste.vector(), KnownRatings.NONE);
    }

    /** Whether these are still the ratings of the training, so that nothing has to be folded in. */
    public boolean remembers(@Nullable Long userId, long[] movieIds, float[] ratings) {
        return remembered(userId, movieIds, ratings) >= 0;
    }

    /** The index of the user where these are still the ratings of the training; else -1. */
    private int remembered(@Nullable Long userId, long[] movieIds, float[] ratings) {
        int user = userId == null ? -1 : model.users().indexOf(userId);
        return user >= 0 && footprint.matches(user, movieIds, ratings) ? user : -1;
    }

    /** How many ratings the movie had in the training; 0 for one that the model does not know. */
    public int support(long movieId) {
        int movie = model.movies().indexOf(movieId);
        return movie < 0 ? 0 : footprint.movieRatings(movie);
    }
}
