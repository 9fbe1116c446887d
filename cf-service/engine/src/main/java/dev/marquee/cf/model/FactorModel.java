package dev.marquee.cf.model;

import dev.marquee.common.id.IdMap;
import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.kernel.VectorKernels;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A matrix factorisation with biases: the rating of movie i by user u is predicted as {@code μ + b_u + b_i + p_u·q_i},
 * clipped to the range of the ratings. Immutable, thread-safe.
 *
 * <p>
 * Where a user or a movie is unknown, its bias and the product are left out: the prediction falls back to what is
 * known.
 */
public final class FactorModel {
    private static final VectorKernels KERNELS = Kernels.get();

    private final IdMap users;
    private final IdMap movies;
    private final int factors;
    private final float mean;
    private final float minRating;
    private final float maxRating;
    private final float[] userBiases;
    private final float[] movieBiases;
    private final float[] userFactors;
    private final float[] movieFactors;
    private final LearntBesides besides;
    /** {@code null} until they are asked for. */
    private volatile @Nullable UserVector meanUser;
    private volatile @Nullable MovieVector meanMovie;

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
        this(users, movies, factors, mean, minRating, maxRating, userBiases, movieBiases, userFactors, movieFactors,
                LearntBesides.NOTHING);
    }

    private FactorModel(IdMap users, IdMap movies, int factors, float mean, float minRating, float maxRating,
            float[] userBiases, float[] movieBiases, float[] userFactors, float[] movieFactors,
            LearntBesides besides) {
        this.users = Objects.requireNonNull(users);
        this.movies = Objects.requireNonNull(movies);
        this.factors = factors;
        this.mean = mean;
        this.minRating = minRating;
        this.maxRating = maxRating;
        this.userBiases = sized("userBiases", userBiases, users.size());
        this.movieBiases = sized("movieBiases", movieBiases, movies.size());
        this.userFactors = sized("userFactors", userFactors, Math.multiplyExact(users.size(), factors));
        this.movieFactors = sized("movieFactors", movieFactors, Math.multiplyExact(movies.size(), factors));
        this.besides = besides;
    }

    /**
     * The same model with implicit features.
     *
     * @param features as many rows of as many numbers as the model has factors
     */
    public FactorModel with(ImplicitFeatures features) {
        features.requireSizes(users.size(), movies.size(), factors);
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
        learnt.requireSizes(movies.size(), factors);
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
        ofUsers.requireSizes(users.size(), factors);
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
        return new FactorModel(users, movies, factors, mean, minRating, maxRating, userBiases, movieBiases, userFactors,
                movieFactors, learnt);
    }

    /** What the choice of movies tells, where the training learnt it. */
    public Optional<ImplicitFeatures> implicit() {
        return Optional.ofNullable(besides.implicit());
    }

    /** How sure the model is, where the training learnt it. */
    public Optional<Uncertainty> uncertainty() {
        return Optional.ofNullable(besides.uncertainty());
    }

    private static float[] sized(String name, float[] array, int size) {
        if (array.length != size) {
            throw new IllegalArgumentException(name + " has " + array.length + " numbers instead of " + size);
        }
        return array;
    }

    /** Whether all its numbers are: none is infinite, none is NaN. */
    public boolean finite() {
        return Float.isFinite(mean) && finite(userBiases) && finite(movieBiases) && finite(userFactors)
                && finite(movieFactors) && besides.finite();
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
        return factors;
    }

    /** μ, the mean of the ratings trained on. */
    public float mean() {
        return mean;
    }

    public float minRating() {
        return minRating;
    }

    public float maxRating() {
        return maxRating;
    }

    public float userBias(int user) {
        return userBiases[user];
    }

    public float movieBias(int movie) {
        return movieBiases[movie];
    }

    /** A copy of the user's k factors. */
    public float[] userFactors(int user) {
        return row(userFactors, user);
    }

    /** A copy of the movie's k factors. */
    public float[] movieFactors(int movie) {
        return row(movieFactors, movie);
    }

    /** Copies the user's k factors to a place in an array. */
    public void copyUserFactors(int user, float[] target, int at) {
        System.arraycopy(userFactors, user * factors, target, at, factors);
    }

    /** Copies the movie's k factors to a place in an array. */
    public void copyMovieFactors(int movie, float[] target, int at) {
        System.arraycopy(movieFactors, movie * factors, target, at, factors);
    }

    /** A copy of all movies' factors, n×k, row-major. */
    public float[] allMovieFactors() {
        return movieFactors.clone();
    }

    /** A copy of all movies' biases. */
    public float[] allMovieBiases() {
        return movieBiases.clone();
    }

    /** A copy of all users' factors, m×k, row-major. */
    public float[] allUserFactors() {
        return userFactors.clone();
    }

    /** A copy of all users' biases. */
    public float[] allUserBiases() {
        return userBiases.clone();
    }

    private float[] row(float[] matrix, int row) {
        return Arrays.copyOfRange(matrix, row * factors, (row + 1) * factors);
    }

    /** The user's part of the prediction: bias and factors. */
    public UserVector userVector(int user) {
        return new UserVector(userBiases[user], userFactors(user));
    }

    /**
     * The same model with a place for someone of whom nothing is known.
     *
     * @param place k factors and a bias
     */
    public FactorModel withNewcomer(UserVector place) {
        sized("newcomer", place.factors(), factors);
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
        FactorModel moved = new FactorModel(users, movies, factors, mean, minRating, maxRating, userBiases.clone(),
                movieBiases.clone(), userFactors.clone(), movieFactors.clone(), besides);
        for (int row : userRows) {
            moved.userBiases[row] = user.bias();
            System.arraycopy(user.factors(), 0, moved.userFactors, row * factors, factors);
        }
        for (int row : movieRows) {
            moved.movieBiases[row] = movie.bias();
            System.arraycopy(movie.factors(), 0, moved.movieFactors, row * factors, factors);
        }
        return moved;
    }

    /** Where the training places someone of whom nothing is known; empty where it does not say. */
    public Optional<UserVector> trainedNewcomer() {
        return Optional.ofNullable(besides.newcomer());
    }

    /** Where someone is placed of whom nothing is known: where the training says, else at the mean of all users. */
    public UserVector newcomer() {
        UserVector known = besides.newcomer() == null ? meanUser : besides.newcomer();
        if (known == null) {
            known = new UserVector(mean(userBiases, 1)[0], mean(userFactors, factors));
            meanUser = known;
        }
        return known;
    }

    /** Where a movie is placed of which nothing is known: the mean of all movies. */
    public MovieVector meanMovie() {
        MovieVector known = meanMovie;
        if (known == null) {
            known = new MovieVector(mean(movieBiases, 1)[0], mean(movieFactors, factors));
            meanMovie = known;
        }
        return known;
    }

    /** Of all rows of so many numbers. */
    private static float[] mean(float[] rows, int width) {
        double[] sums = new double[width];
        for (int i = 0; i < rows.length; i++) {
            sums[i % width] += rows[i];
        }
        float[] mean = new float[width];
        for (int f = 0; f < width; f++) {
            mean[f] = (float) (sums[f] * width / Math.max(1, rows.length));
        }
        return mean;
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
        return clip(score(user, movie));
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
        if (sittings == null || epochSeconds == 0 || user < 0 || !sittings.knows(user)) {
            return predict(user, movie);
        }
        MovieVector unknown = movie < 0 ? meanMovie() : null;
        float product = unknown == null
                ? dot(sittings.factors(), user * factors, movieFactors, movie * factors)
                : dot(sittings.factors(), user * factors, unknown.factors(), 0);
        return clip(mean + sittings.bias(user, epochSeconds) + (unknown == null ? movieBiases[movie] : unknown.bias())
                + product);
    }

    private float score(int user, int movie) {
        if (user < 0) {
            return score(newcomer(), movie);
        }
        if (movie < 0) {
            return score(userVector(user), movie);
        }
        return mean + userBiases[user] + movieBiases[movie]
                + dot(userFactors, user * factors, movieFactors, movie * factors);
    }

    /**
     * The predicted rating of a movie by someone whose vector is given.
     *
     * @param movie index, or -1 for an unknown one
     */
    public float predict(UserVector user, int movie) {
        return clip(score(user, movie));
    }

    private float score(UserVector user, int movie) {
        if (movie < 0) {
            MovieVector unknown = meanMovie();
            return mean + user.bias() + unknown.bias() + dot(user.factors(), 0, unknown.factors(), 0);
        }
        return mean + user.bias() + movieBiases[movie] + dot(user.factors(), 0, movieFactors, movie * factors);
    }

    private float dot(float[] a, int fromA, float[] b, int fromB) {
        return KERNELS.dot(a, fromA, b, fromB, factors);
    }

    /** μ + b_u + b_i, before the factors have their say. */
    public float baseline(UserVector user, int movie) {
        return mean + user.bias() + movieBiases[movie];
    }

    /** The product of some of a user's factors with the movie's. */
    public float product(UserVector user, int movie, int from, int count) {
        return KERNELS.dot(user.factors(), from, movieFactors, movie * factors + from, count);
    }

    /** The product of the factors of two movies. */
    public float product(int movieA, int movieB) {
        return dot(movieFactors, movieA * factors, movieFactors, movieB * factors);
    }

    /** The nearest rating that there can be. */
    public float clip(float rating) {
        return Math.clamp(rating, minRating, maxRating);
    }
}
