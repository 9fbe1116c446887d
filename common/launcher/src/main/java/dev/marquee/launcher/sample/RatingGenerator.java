package dev.marquee.launcher.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws ratings from a latent-taste model. The same films and the same seed give the same ratings on every machine.
 *
 * <ol>
 * <li>A film has a place in taste space ({@link TasteModel}), a bias (some films are better liked) and a popularity
 * drawn log-normally, a little higher for well-liked films.
 * <li>A user has a direction in taste space, a bias (some are kinder), and rates 20 films plus a log-normal number
 * more, as MovieLens users do.
 * <li>Which films: without repetition, each with a weight of its popularity times an exponential of the user's liking,
 * because people choose what they expect to like (weighted reservoir sampling, Efraimidis and Spirakis 2006).
 * <li>How good: user bias + film bias + liking + noise.
 * <li>These scores become stars by rank, so that the shares of the ten star values are those of MovieLens latest-small,
 * to a rating.
 * </ol>
 */
final class RatingGenerator {
    /** Users, rated at least {@value #MIN_PER_USER} times each. */
    static final int USERS = 700;
    static final int MIN_PER_USER = 20;
    /** Shares of 0.5, 1.0 … 5.0 stars in MovieLens latest-small. */
    static final double[] STAR_SHARES = {0.0136, 0.0279, 0.0178, 0.0749, 0.0550, 0.1988, 0.1303, 0.2660, 0.0848,
            0.1309};

    private static final double USER_BIAS = 0.45;
    private static final double MOVIE_BIAS = 0.45;
    private static final double TASTE = 0.75;
    private static final double NOISE = 0.70;
    private static final double POPULARITY_SPREAD = 1.1;
    private static final double CHOICE = 0.6;
    private static final double ACTIVITY_MEAN = 4.0;
    private static final double ACTIVITY_SPREAD = 1.0;
    private static final double MOST_SEEN = 0.6;
    private static final long FIRST_DAY = 1_420_070_400L; // 2015-01-01
    private static final long DAYS = 3_650;
    private static final long SECONDS_PER_DAY = 86_400;

    private final List<SampleMovie> movies;
    private final double[][] positions;
    private final double[] movieBias;
    private final double[] popularity;
    private final SplittableRandom random;

    RatingGenerator(List<SampleMovie> movies, long seed) {
        this.movies = List.copyOf(movies);
        this.positions = new TasteModel(seed).positions(movies);
        this.random = new SplittableRandom(seed);
        this.movieBias = new double[movies.size()];
        this.popularity = new double[movies.size()];
        for (int i = 0; i < movies.size(); i++) {
            movieBias[i] = MOVIE_BIAS * Gaussian.next(random);
            popularity[i] = StrictMath.exp(POPULARITY_SPREAD * Gaussian.next(random) + movieBias[i]);
        }
    }

    /** All ratings, by user and within a user by film. */
    List<SampleRating> generate() {
        List<Draft> drafts = new ArrayList<>();
        for (int user = 1; user <= USERS; user++) {
            drafts.addAll(draftsOf(user));
        }
        double[] stars = starsByRank(drafts);
        List<SampleRating> ratings = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            ratings.add(new SampleRating(draft.user, movies.get(draft.movie).movieId(), stars[i], draft.timestamp));
        }
        return ratings;
    }

    /** A rating before its score has become stars. */
    private record Draft(long user, int movie, double score, long timestamp) {}

    private List<Draft> draftsOf(int user) {
        double[] taste = new double[TasteModel.DIMENSIONS];
        for (int d = 0; d < taste.length; d++) {
            taste[d] = Gaussian.next(random);
        }
        double bias = USER_BIAS * Gaussian.next(random);
        double more = StrictMath.exp(ACTIVITY_MEAN + ACTIVITY_SPREAD * Gaussian.next(random));
        int count = (int) Math.min(MIN_PER_USER + more, MOST_SEEN * movies.size());
        long start = FIRST_DAY + random.nextLong(DAYS) * SECONDS_PER_DAY;
        List<Draft> drafts = new ArrayList<>(count);
        for (int movie : choose(taste, count)) {
            double liking = TasteModel.dot(taste, positions[movie]);
            double score = bias + movieBias[movie] + TASTE * liking + NOISE * Gaussian.next(random);
            drafts.add(new Draft(user, movie, score, start + random.nextLong(30 * SECONDS_PER_DAY)));
        }
        return drafts;
    }

    private int[] choose(double[] taste, int count) {
        double[] key = new double[movies.size()];
        for (int i = 0; i < key.length; i++) {
            double weight = popularity[i] * StrictMath.exp(CHOICE * TasteModel.dot(taste, positions[i]));
            key[i] = StrictMath.log(1.0 - random.nextDouble()) / weight;
        }
        return IntStream.range(0, key.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> key[i]).reversed())
                .limit(count).mapToInt(Integer::intValue).sorted().toArray();
    }

    private static double[] starsByRank(List<Draft> drafts) {
        Integer[] order = IntStream.range(0, drafts.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> drafts.get(i).score).thenComparingInt(i -> i));
        double[] stars = new double[order.length];
        int level = 0;
        double limit = STAR_SHARES[0];
        for (int rank = 0; rank < order.length; rank++) {
            while (level < STAR_SHARES.length - 1 && rank >= limit * order.length) {
                limit += STAR_SHARES[++level];
            }
            stars[order[rank]] = (level + 1) / 2.0;
        }
        return stars;
    }
}
