package dev.marquee.cf.train;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.Uncertainty;
import dev.marquee.cf.model.UserVector;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How far ratings lie from what a model predicts for someone who is folded in, by how many ratings they tell. Some of
 * the training's users are folded in as newcomers are, by a few of their ratings, and asked for others: what goes
 * beyond the noise and what is not known of the movies counts to what is not known of them. The movies' factors know
 * these ratings, too, but those of all other users as well, so the errors are hardly too small. The same is asked of a
 * movie that is placed where unknown ones are. Stateless, thread-safe.
 */
final class NewcomerErrors {
    /** Users that are folded in for each number of ratings; the error of a variance is then a few per cent. */
    private static final int USERS = 1000;
    /** Ratings that each is asked for, at most. */
    private static final int ASKED = 50;

    private final FactorModel model;
    private final Uncertainty known;
    private final RatingMatrix train;
    private final Folding folding;
    private final float[] movies;

    private NewcomerErrors(FactorModel model, Uncertainty known, RatingMatrix train, Folding folding) {
        this.model = model;
        this.known = known;
        this.train = train;
        this.folding = folding;
        this.movies = known.movies();
    }

    /**
     * The model with what is not known of newcomers, if it tells how sure it is.
     *
     * @param model trained on these ratings, with a place for newcomers
     * @param folding of this model
     * @param checkCancelled called often; throws what ends the training
     */
    static FactorModel learnt(FactorModel model, RatingMatrix train, Folding folding, Runnable checkCancelled) {
        return model.uncertainty()
                .map(known -> model.with(new NewcomerErrors(model, known, train, folding).uncertainty(checkCancelled)))
                .orElse(model);
    }

    private Uncertainty uncertainty(Runnable checkCancelled) {
        int[] order = shuffled(train.users().size(), 0);
        int[] steps = Uncertainty.steps();
        float[] told = new float[steps.length];
        float unknownMovie = (float) Math.max(0, zeroIfNone(ofUnknownMovies(checkCancelled)));
        raiseRareMovies(unknownMovie);
        for (int i = 0; i < steps.length; i++) {
            // Who tells more is known no worse; where nobody has so many ratings, nothing else is known.
            double variance = told(steps[i], order, checkCancelled);
            told[i] = (float) Math.max(0,
                    i == 0 ? zeroIfNone(variance) : !(variance < told[i - 1]) ? told[i - 1] : variance);
        }
        float[] users = known.users();
        fillUnrated(users, train.byUser(), told[0]);
        return new Uncertainty(known.noise(), users, movies, told, unknownMovie);
    }

    /**
     * A chain believes that all movies scatter alike, and rare ones scatter more. So no movie is known better than its
     * n ratings tell of a single number that scatters as unknown movies do: {@code 1 / (1/v + n/s²)}, where s² is what
     * else ratings scatter by.
     */
    private void raiseRareMovies(float unknownMovie) {
        double scatter = known.noise() * known.noise() + ofUsers();
        for (int movie = 0; movie < movies.length; movie++) {
            int ratings = train.byMovie().length(movie);
            if (ratings == 0) {
                movies[movie] = unknownMovie;
            } else if (unknownMovie > 0 && scatter > 0) {
                movies[movie] = (float) Math.max(movies[movie], 1 / (1 / unknownMovie + ratings / scatter));
            }
        }
    }

    /** The mean of v_u over those who have ratings. */
    private double ofUsers() {
        float[] users = known.users();
        return IntStream.range(0, users.length).filter(user -> train.byUser().length(user) > 0)
                .mapToDouble(user -> users[user]).average().orElse(0);
    }

    private static double zeroIfNone(double variance) {
        return Double.isNaN(variance) ? 0 : variance;
    }

    private static void fillUnrated(float[] variances, Csr rows, float value) {
        for (int row = 0; row < variances.length; row++) {
            if (rows.length(row) == 0) {
                variances[row] = value;
            }
        }
    }

    /** v_u of someone who tells so many ratings; NaN where nobody has more. */
    private double told(int count, int[] order, Runnable checkCancelled) {
        double sum = 0;
        int asked = 0;
        int users = 0;
        for (int i = 0; i < order.length && users < USERS; i++) {
            int user = order[i];
            int from = train.byUser().start(user);
            int length = train.byUser().length(user);
            if (length > count) {
                checkCancelled.run();
                int[] chosen = shuffled(length, 1 + user);
                UserVector vector = folded(from, Arrays.copyOf(chosen, count));
                int to = Math.min(length, count + ASKED);
                for (int at = count; at < to; at++) {
                    sum += beyondNoise(from + chosen[at], vector);
                }
                asked += to - count;
                users++;
            }
        }
        return sum / asked;
    }

    private UserVector folded(int from, int[] chosen) {
        long[] ids = new long[chosen.length];
        float[] ratings = new float[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            ids[i] = train.movies().idOf(train.byUser().index(from + chosen[i]));
            ratings[i] = train.byUser().value(from + chosen[i]);
        }
        return folding.user(ids, ratings);
    }

    private double beyondNoise(int position, UserVector user) {
        int movie = train.byUser().index(position);
        double error = train.byUser().value(position) - model.predict(user, movie);
        return error * error - known.noise() * known.noise() - movies[movie];
    }

    /** v_i of a movie at the place of unknown ones, each movie counted alike. */
    private double ofUnknownMovies(Runnable checkCancelled) {
        Csr byMovie = train.byMovie();
        float[] users = known.users();
        float[] predicted = new float[users.length];
        for (int user = 0; user < users.length; user++) {
            predicted[user] = model.predict(user, -1);
        }
        double sum = 0;
        int rated = 0;
        for (int movie = 0; movie < byMovie.rows(); movie++) {
            if (byMovie.length(movie) == 0) {
                continue;
            }
            checkCancelled.run();
            double squares = 0;
            for (int position = byMovie.start(movie); position < byMovie.end(movie); position++) {
                int user = byMovie.index(position);
                double error = byMovie.value(position) - predicted[user];
                squares += error * error - known.noise() * known.noise() - users[user];
            }
            sum += squares / byMovie.length(movie);
            rated++;
        }
        return sum / rated;
    }

    /** The numbers below one in an order that the seed tells. */
    private static int[] shuffled(int count, long seed) {
        int[] order = new int[count];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
