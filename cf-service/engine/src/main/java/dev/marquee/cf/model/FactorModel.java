package dev.marquee.cf.model;

import dev.marquee.common.id.IdMap;
import java.util.Objects;
import java.util.Optional;

/**
 * A matrix factorisation with biases: the rating of movie i by user u is predicted as {@code μ + b_u + b_i + p_u·q_i},
 * clipped to the range of the ratings. Immutable, thread-safe.
 *
 * <p>
 * Where a user or a movie is unknown, its bias and the product are left out: the prediction falls back to what is
 * known.
 */
public final class FactorModel {
    private final IdMap users;
    private final IdMap movies;
    private final float minRating;
    private final float maxRating;
    private final FactorSum sum;
    private final LearntBesides besides;

    /**
     * A model without implicit features and uncertainty. Takes the arrays over without a copy; the caller must not keep
     * them.
     *
     * @param users m
     * @param movies n
     * @param factors k, 1 or more
     * @param mean μ
     * @param minRating the lowest rating there is
     * @param maxRating the highest
     * @param userBiases m
     * @param movieBiases n
     * @param userFactors m×k, row-major
     * @param movieFactors n×k, row-major
     */
    public FactorModel(IdMap users, IdMap movies, int factors, float mean, float minRating, float maxRating,
            float[] userBiases, float[] movieBiases, float[] userFactors, float[] movieFactors) {
        this(users, movies, minRating, maxRating,
                new FactorSum(mean, factors, new FactorRows("user", users.size(), factors, userBiases, userFactors),
                        new FactorRows("movie", movies.size(), factors, movieBiases, movieFactors)),
                LearntBesides.NOTHING);
    }

    private FactorModel(IdMap users, IdMap movies, float minRating, float maxRating, FactorSum sum,
            LearntBesides besides) {
        this.users = Objects.requireNonNull(users);
        this.movies = Objects.requireNonNull(movies);
        this.minRating = minRating;
        this.maxRating = maxRating;
        this.sum = sum;
        this.besides = besides;
    }

    /**
     * The same model with implicit features.
     *
     * @param features as many rows of as many numbers as the model has factors
     */
    public FactorModel with(ImplicitFeatures features) {
        features.requireSizes(users.size(), movies.size(), factors());
        return with(besides.with(features));
    }

    /**
     * The same model with what is known of its errors.
     *
     * @param known one number for each user and movie of the model
     */
    public FactorModel with(Uncertainty known) {
        known.requireSizes(users.size(), movies.size());
        return with(besides.with(known));
    }

    /**
     * The same model with what it learnt of its own errors.
     *
     * @param learnt of as many movies and factors
     */
    public FactorModel with(SecondStage learnt) {
        learnt.requireSizes(movies.size(), factors());
        return with(besides.with(learnt));
    }

    /**
     * What the model learnt of its own errors, where the training did; {@link #predict} knows nothing of it, for it
     * takes more than a vector: see {@code dev.marquee.cf.predict.RatingPredictor}.
     */
    public Optional<SecondStage> secondStage() {
        return Optional.ofNullable(besides.secondStage());
    }

    /**
     * The same model with what a time tells.
     *
     * @param ofUsers of as many users and factors as the model has
     */
    public FactorModel with(Sittings ofUsers) {
        ofUsers.requireSizes(users.size(), factors());
        return with(besides.with(ofUsers));
    }

    /** What the time of a rating tells, where the training learnt it. */
    public Optional<Sittings> sittings() {
        return Optional.ofNullable(besides.sittings());
    }

    /**
     * The same model with a final score of lists.
     *
     * @param score of the movies of this model
     */
    public FactorModel with(FinalScore score) {
        score.requireMovies(movies.size());
        return with(besides.with(score));
    }

    /** What lists are put in order by in the end, where the training learnt it. */
    public Optional<FinalScore> finalScore() {
        return Optional.ofNullable(besides.finalScore());
    }

    private FactorModel with(LearntBesides learnt) {
        return new FactorModel(users, movies, minRating, maxRating, sum, learnt);
    }

    /** What the choice of movies tells, where the training learnt it. */
    public Optional<ImplicitFeatures> implicit() {
        return Optional.ofNullable(besides.implicit());
    }

    /** How sure the model is, where the training learnt it. */
    public Optional<Uncertainty> uncertainty() {
        return Optional.ofNullable(besides.uncertainty());
    }

    /** Whether all its numbers are: none is infinite, none is NaN. */
    public boolean finite() {
        return Float.isFinite(sum.mean()) && sum.users().finite() && sum.movies().finite() && besides.finite();
    }

    static boolean finite(float[] numbers) {
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    public IdMap users() {
        return users;
    }

    public IdMap movies() {
        return movies;
    }

    /** k, the number of factors. */
    public int factors() {
        return sum.width();
    }

    /** μ, the mean of the ratings trained on. */
    public float mean() {
        return sum.mean();
    }

    public float minRating() {
        return minRating;
    }

    public float maxRating() {
        return maxRating;
    }

    public float userBias(int user) {
        return sum.users().biases[user];
    }

    public float movieBias(int movie) {
        return sum.movies().biases[movie];
    }

    /** A copy of the user's k factors. */
    public float[] userFactors(int user) {
        return sum.users().copy(user);
    }

    /** A copy of the movie's k factors. */
    public float[] movieFactors(int movie) {
        return sum.movies().copy(movie);
    }

    /** Copies the user's k factors to a place in an array. */
    public void copyUserFactors(int user, float[] target, int at) {
        sum.users().copy(user, target, at);
    }

    /** Copies the movie's k factors to a place in an array. */
    public void copyMovieFactors(int movie, float[] target, int at) {
        sum.movies().copy(movie, target, at);
    }

    /** A copy of all movies' factors, n×k, row-major. */
    public float[] allMovieFactors() {
        return sum.movies().factors.clone();
    }

    /** A copy of all movies' biases. */
    public float[] allMovieBiases() {
        return sum.movies().biases.clone();
    }

    /** A copy of all users' factors, m×k, row-major. */
    public float[] allUserFactors() {
        return sum.users().factors.clone();
    }

    /** A copy of all users' biases. */
    public float[] allUserBiases() {
        return sum.users().biases.clone();
    }

    /** The user's part of the prediction: bias and factors. */
    public UserVector userVector(int user) {
        return new UserVector(userBias(user), userFactors(user));
    }

    /**
     * The same model with a place for someone of whom nothing is known.
     *
     * @param place k factors and a bias
     */
    public FactorModel withNewcomer(UserVector place) {
        FactorRows.sized("newcomer", place.factors(), factors());
        return with(besides.with(place));
    }

    /**
     * The same model with some rows at other places.
     *
     * @param userRows indexes
     * @param user what they all become
     * @param movieRows indexes
     * @param movie what they all become
     */
    public FactorModel with(int[] userRows, UserVector user, int[] movieRows, MovieVector movie) {
        FactorSum moved = new FactorSum(mean(), factors(),
                sum.users().moved(userRows, new FactorRows.Row(user.bias(), user.factors())),
                sum.movies().moved(movieRows, new FactorRows.Row(movie.bias(), movie.factors())));
        return new FactorModel(users, movies, minRating, maxRating, moved, besides);
    }

    /** Where the training places someone of whom nothing is known; empty where it does not say. */
    public Optional<UserVector> trainedNewcomer() {
        return Optional.ofNullable(besides.newcomer());
    }

    /** Where someone is placed of whom nothing is known: where the training says, else at the mean of all users. */
    public UserVector newcomer() {
        return trainedNewcomer().orElseGet(() -> {
            FactorRows.Row mean = sum.users().mean();
            return new UserVector(mean.bias(), mean.factors());
        });
    }

    /** Where a movie is placed of which nothing is known: the mean of all movies. */
    public MovieVector meanMovie() {
        FactorRows.Row mean = sum.movies().mean();
        return new MovieVector(mean.bias(), mean.factors());
    }

    /** The predicted rating by ids, in the range of the ratings. */
    public float predict(long userId, long movieId) {
        return predict(users.indexOf(userId), movies.indexOf(movieId));
    }

    /**
     * The predicted rating by indexes, in the range of the ratings, at no known time.
     *
     * @param user index, or -1 for an unknown one
     * @param movie index, or -1 for an unknown one
     */
    public float predict(int user, int movie) {
        return clip(user < 0 ? sum.of(newcomer(), movie) : sum.of(user, movie));
    }

    /**
     * The predicted rating at a time.
     *
     * @param user index, or -1 for an unknown one
     * @param movie index, or -1 for an unknown one
     * @param epochSeconds since 1970; 0: unknown
     */
    public float predict(int user, int movie, long epochSeconds) {
        Sittings sittings = besides.sittings();
        return sittings == null || epochSeconds == 0 || user < 0 || !sittings.knows(user)
                ? predict(user, movie)
                : clip(sum.of(sittings, user, epochSeconds, movie));
    }

    /**
     * The predicted rating of a movie by someone whose vector is given.
     *
     * @param movie index, or -1 for an unknown one
     */
    public float predict(UserVector user, int movie) {
        return clip(sum.of(user, movie));
    }

    /** μ + b_u + b_i, before the factors have their say. */
    public float baseline(UserVector user, int movie) {
        return sum.baseline(user, movie);
    }

    /** The product of some of a user's factors with the movie's. */
    public float product(UserVector user, int movie, int from, int count) {
        return sum.product(user, movie, from, count);
    }

    /** The product of the factors of two movies. */
    public float product(int movieA, int movieB) {
        return sum.product(movieA, movieB);
    }

    /** The nearest rating that there can be. */
    public float clip(float rating) {
        return Math.clamp(rating, minRating, maxRating);
    }
}
