package dev.marquee.cf.bench;

import dev.marquee.cf.cold.ContentFactors;
import dev.marquee.cf.cold.ContentFitOptions;
import dev.marquee.cf.content.ContentMatrix;
import dev.marquee.cf.content.ContentProfile;
import dev.marquee.cf.content.read.ContentUrl;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.MovieVector;
import dev.marquee.cf.tool.RatingData;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.als.Als;
import dev.marquee.cf.train.als.AlsOptions;
import dev.marquee.cf.train.ials.Ials;
import dev.marquee.cf.train.ials.IalsOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * How well factors that are predicted from content do for movies that nobody has rated yet. Two tenths of the movies
 * are held out with all their ratings: one chooses the options, the other is reported on. Ratings are predicted with
 * {@code als}; lists, by {@code ials}, are of the held-out movies alone, for users who rated one of them with four
 * stars or more.
 */
public final class ContentAccuracy {
    private static final float RELEVANT = 4;
    private static final int LENGTH = 10;
    private static final double[] REGULARIZATIONS = {0.01, 0.03, 0.1, 0.3, 1};
    private static final double[] TRUSTS = {5, 20, 80};
    private static final int[] LEAST = {2, 5, 10};

    private final ContentMatrix content;
    private final RatingMatrix train;
    private final FactorModel stars;
    private final FactorModel lists;

    private ContentAccuracy(ContentMatrix content, RatingMatrix train) {
        this.content = content;
        this.train = train;
        this.stars = new Estimator<>(new Als(), AlsOptions.DEFAULTS).train(train, null, TrainListener.NONE).model();
        this.lists = new Estimator<>(new Ials(), IalsOptions.DEFAULTS).train(train, null, TrainListener.NONE).model();
    }

    private record Rated(int user, long movie, float stars) {}

    /** Movies that are held out. */
    private record Part(List<Long> movies, List<Rated> ratings) {}

    /** What is said of a movie by some way, for a user. */
    private interface Score {
        double of(int user, long movie);
    }

    /** @param args folder or file, address of a similarity-service that has its movies, seed */
    public static void main(String... args) {
        RatingMatrix all = new RatingData(Path.of(args[0])).all();
        ContentMatrix content = new ContentUrl(HttpClient.newHttpClient(), URI.create(args[1])).read().matrix();
        Random random = new Random(args.length > 2 ? Long.parseLong(args[2]) : 11);
        Map<Long, Integer> held = new HashMap<>();
        for (long movie : all.movies().ids()) {
            int part = random.nextInt(10);
            if (part < 2) {
                held.put(movie, part);
            }
        }
        RatingMatrixBuilder builder = RatingMatrix.builder();
        for (int user = 0; user < all.users().size(); user++) {
            for (int at = all.byUser().start(user); at < all.byUser().end(user); at++) {
                long movie = all.movies().idOf(all.byUser().index(at));
                if (!held.containsKey(movie)) {
                    builder.add(all.users().idOf(user), movie, all.byUser().value(at), all.epochSeconds(at));
                }
            }
        }
        ContentAccuracy accuracy = new ContentAccuracy(content, builder.build());
        accuracy.report(accuracy.part(all, held, 0), accuracy.part(all, held, 1));
    }

    private Part part(RatingMatrix all, Map<Long, Integer> held, int number) {
        List<Rated> ratings = new ArrayList<>();
        Set<Long> movies = new HashSet<>();
        for (int user = 0; user < all.users().size(); user++) {
            int known = train.users().indexOf(all.users().idOf(user));
            for (int at = all.byUser().start(user); at < all.byUser().end(user) && known >= 0; at++) {
                long movie = all.movies().idOf(all.byUser().index(at));
                if (held.getOrDefault(movie, -1) == number && content.indexOf(movie) >= 0) {
                    ratings.add(new Rated(known, movie, all.byUser().value(at)));
                    movies.add(movie);
                }
            }
        }
        return new Part(movies.stream().sorted().toList(), ratings);
    }

    private void report(Part chosenBy, Part judgedBy) {
        ContentFitOptions forStars = null;
        ContentFitOptions forLists = null;
        double least = Double.MAX_VALUE;
        double most = -1;
        for (double regularization : REGULARIZATIONS) {
            for (double trust : TRUSTS) {
                for (int ratings : LEAST) {
                    ContentFitOptions options = new ContentFitOptions(ratings, trust, regularization, 50);
                    double rmse = rmse(chosenBy, stars(fit(stars, options)));
                    double ndcg = ndcg(chosenBy, lists(fit(lists, options)));
                    BenchRun.print("%s rmse %.4f ndcg@10 %.4f", options, rmse, ndcg);
                    forStars = rmse < least ? options : forStars;
                    least = Math.min(rmse, least);
                    forLists = ndcg > most ? options : forLists;
                    most = Math.max(ndcg, most);
                }
            }
        }
        BenchRun.print("%d movies held out with %,d ratings; %s for stars, %s for lists", judgedBy.movies().size(),
                judgedBy.ratings().size(), forStars, forLists);
        reportStars(judgedBy, forStars);
        reportLists(judgedBy, forLists);
    }

    private void reportStars(Part part, ContentFitOptions chosen) {
        MovieVector mean = stars.meanMovie();
        ContentFactors fit = fit(stars, chosen);
        BenchRun.print("rmse: mean movie %.4f, from content %.4f, with the defaults %.4f, its bias alone %.4f",
                rmse(part, (user, movie) -> stars(user, mean)), rmse(part, stars(fit)),
                rmse(part, stars(fit(stars, ContentFitOptions.DEFAULTS))), rmse(part, (user, movie) -> stars(user,
                        new MovieVector(vector(fit, movie, mean).bias(), mean.factors()))));
    }

    private void reportLists(Part part, ContentFitOptions chosen) {
        MovieVector mean = lists.meanMovie();
        float[] everybody = meanUser();
        ContentFactors fit = fit(lists, chosen);
        Random random = new Random(1);
        Map<Long, Double> drawn = new HashMap<>();
        part.movies().forEach(movie -> drawn.put(movie, random.nextDouble()));
        Map<Long, Double> counts = new HashMap<>();
        part.ratings().forEach(rated -> counts.merge(rated.movie(), 1.0, Double::sum));
        Map<Integer, ContentProfile> profiles = new HashMap<>();
        BenchRun.print("ndcg@10: by chance %.4f, one list from content for all %.4f, cosine with what is liked %.4f,"
                + " factors from content %.4f, with the defaults %.4f, number of their own later ratings %.4f",
                ndcg(part, (user, movie) -> drawn.get(movie)),
                ndcg(part, (user, movie) -> dot(everybody, vector(fit, movie, mean).factors())),
                ndcg(part, (user, movie) -> profiles.computeIfAbsent(user, this::profile)
                        .cosine(content.indexOf(movie))),
                ndcg(part, lists(fit)), ndcg(part, lists(fit(lists, ContentFitOptions.DEFAULTS))),
                ndcg(part, (user, movie) -> counts.get(movie)));
    }

    private ContentFactors fit(FactorModel model, ContentFitOptions options) {
        return ContentFactors.fit(content, model, train.byMovie()::length, options);
    }

    private static MovieVector vector(ContentFactors fit, long movie, MovieVector mean) {
        MovieVector vector = fit.of(movie);
        return vector == null ? mean : vector;
    }

    private Score stars(ContentFactors fit) {
        Map<Long, MovieVector> vectors = new HashMap<>();
        return (user, movie) -> stars(user,
                vectors.computeIfAbsent(movie, key -> vector(fit, key, stars.meanMovie())));
    }

    private double stars(int user, MovieVector movie) {
        return stars.clip((float) (stars.mean() + stars.userBias(user) + movie.bias()
                + dot(stars.userFactors(user), movie.factors())));
    }

    private Score lists(ContentFactors fit) {
        Map<Long, MovieVector> vectors = new HashMap<>();
        Map<Integer, float[]> users = new HashMap<>();
        return (user, movie) -> {
            MovieVector vector = vectors.computeIfAbsent(movie, key -> vector(fit, key, lists.meanMovie()));
            return vector.bias() + dot(users.computeIfAbsent(user, lists::userFactors), vector.factors());
        };
    }

    private float[] meanUser() {
        float[] mean = new float[lists.factors()];
        for (int user = 0; user < train.users().size(); user++) {
            float[] factors = lists.userFactors(user);
            for (int f = 0; f < mean.length; f++) {
                mean[f] += factors[f] / train.users().size();
            }
        }
        return mean;
    }

    private ContentProfile profile(int user) {
        int[] rows = new int[train.byUser().length(user)];
        float[] weights = new float[rows.length];
        int size = 0;
        double mean = 0;
        for (int at = train.byUser().start(user); at < train.byUser().end(user); at++) {
            mean += train.byUser().value(at) / rows.length;
        }
        for (int at = train.byUser().start(user); at < train.byUser().end(user); at++) {
            int row = content.indexOf(train.movies().idOf(train.byUser().index(at)));
            if (row >= 0) {
                rows[size] = row;
                weights[size++] = (float) (train.byUser().value(at) - mean + 0.5);
            }
        }
        return content.profile(Arrays.copyOf(rows, size), Arrays.copyOf(weights, size));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double rmse(Part part, Score score) {
        double squares = 0;
        for (Rated rated : part.ratings()) {
            double error = rated.stars() - score.of(rated.user(), rated.movie());
            squares += error * error;
        }
        return Math.sqrt(squares / part.ratings().size());
    }

    private static double ndcg(Part part, Score score) {
        Map<Integer, Set<Long>> relevant = new HashMap<>();
        for (Rated rated : part.ratings()) {
            if (rated.stars() >= RELEVANT) {
                relevant.computeIfAbsent(rated.user(), key -> new HashSet<>()).add(rated.movie());
            }
        }
        double sum = 0;
        for (Map.Entry<Integer, Set<Long>> user : relevant.entrySet()) {
            Map<Long, Double> scores = new HashMap<>();
            part.movies().forEach(movie -> scores.put(movie, score.of(user.getKey(), movie)));
            List<Long> list = part.movies().stream()
                    .sorted(Comparator.comparingDouble((Long movie) -> -scores.get(movie))).limit(LENGTH).toList();
            double gain = 0;
            double ideal = 0;
            for (int rank = 0; rank < list.size(); rank++) {
                double worth = 1 / (Math.log(rank + 2) / Math.log(2));
                gain += user.getValue().contains(list.get(rank)) ? worth : 0;
                ideal += rank < user.getValue().size() ? worth : 0;
            }
            sum += gain / ideal;
        }
        return sum / relevant.size();
    }
}
