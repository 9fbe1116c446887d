package dev.marquee.cf.measure;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Lists of users of whom nothing is known: no rating, or of newcomers none of a movie that the training had ratings of.
 * A model's factors of them are zeros, and its list would be by id. Theirs is of what is popular, as the algorithm of
 * that name has it: each rating counts by where it lies between the worst and the best, and a movie's sum is divided by
 * n + {@value #DAMPING} for its n ratings; equal ones by ascending index. Where a model has one list for everybody, it
 * is theirs too. Immutable, thread-safe.
 */
final class PopularLists {
    private static final double DAMPING = 10_000;

    private final RatingMatrix known;
    private final Csr trained;
    private final boolean needed;
    private final float[] scores;
    private final int[] order;

    /**
     * @param known what is known of the users
     * @param train what the model was trained on
     */
    PopularLists(FactorModel model, RatingMatrix known, RatingMatrix train) {
        this.known = known;
        this.trained = train.byMovie();
        this.needed = !hasOneListForAll(model);
        this.scores = new float[trained.rows()];
        for (int movie = 0; movie < scores.length; movie++) {
            scores[movie] = score(movie, train.minRating(), train.maxRating());
        }
        this.order = IntStream.range(0, scores.length).boxed()
                .sorted(Comparator.comparingDouble((Integer movie) -> -scores[movie]))
                .mapToInt(Integer::intValue).toArray();
    }

    private static boolean hasOneListForAll(FactorModel model) {
        float[] biases = model.allMovieBiases();
        float[] factors = model.allMovieFactors();
        return IntStream.range(1, biases.length).anyMatch(movie -> biases[movie] != biases[0])
                && IntStream.range(0, factors.length).allMatch(i -> factors[i] == 0);
    }

    private float score(int movie, float worst, float best) {
        double sum = 0;
        for (int position = trained.start(movie); position < trained.end(movie); position++) {
            sum += best > worst ? (trained.value(position) - worst) / (best - worst) : 1;
        }
        return (float) (sum / (trained.length(movie) + DAMPING));
    }

    /** Whether this user's list is of here. */
    boolean serves(int user) {
        Csr byUser = known.byUser();
        return needed && IntStream.range(byUser.start(user), byUser.end(user))
                .allMatch(position -> trained.length(byUser.index(position)) == 0);
    }

    float score(int movie) {
        return scores[movie];
    }

    /** The user's list. */
    int[] list(int user, int length) {
        return Arrays.stream(order).filter(movie -> known.byUser().find(user, movie) < 0).limit(length).toArray();
    }
}
