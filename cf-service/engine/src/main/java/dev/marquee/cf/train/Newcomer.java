package dev.marquee.cf.train;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.MovieVector;
import dev.marquee.cf.model.UserVector;
import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.kernel.VectorKernels;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * Where a rating model places someone of whom nothing is known: at the one vector (b, p) that explains all ratings of
 * all users best,
 *
 * <pre>min Σ (r_ui - μ - b_i - b - p·q_i)² + λ |(b, p)|²</pre>
 *
 * over all ratings. The mean of all users would tell what they think of a movie on average; but a movie is rated by
 * those who chose it, who like it better, and so will a newcomer who rates it. Stateless, thread-safe.
 *
 * <p>
 * Rows of the training that have no rating, as divided data have them, are placed there, too; and movies without one at
 * the mean of the others.
 */
public final class Newcomer {
    /** Against all ratings there are; from 1 to 100 it makes no difference. */
    private static final double LAMBDA = 1;
    private static final int MOVIES_AT_ONCE = 64;

    private Newcomer() {}

    /**
     * The model with a place for newcomers, and with that place for users without a rating.
     *
     * @param model trained on these ratings, with zeros for rows without one
     * @param checkCancelled called often; throws what ends the training
     */
    public static FactorModel placed(FactorModel model, RatingMatrix train, Runnable checkCancelled) {
        UserVector newcomer = of(model, train, checkCancelled);
        int[] users = unrated(train.byUser());
        int[] movies = unrated(train.byMovie());
        if (users.length == 0 && movies.length == 0) {
            return model.withNewcomer(newcomer);
        }
        // The rows without a rating are zeros, so they only lengthen the mean.
        MovieVector mean = model.meanMovie();
        float lengthened = train.movies().size() / (float) Math.max(1, train.movies().size() - movies.length);
        float[] factors = mean.factors().clone();
        Kernels.get().scale(lengthened, factors, 0, factors.length);
        return model.with(users, newcomer, movies, new MovieVector(mean.bias() * lengthened, factors))
                .withNewcomer(newcomer);
    }

    private static int[] unrated(Csr rows) {
        return IntStream.range(0, rows.rows()).filter(row -> rows.length(row) == 0).toArray();
    }

    /**
     * O(n·k² + ratings).
     *
     * @param model trained on these ratings
     * @param checkCancelled called often; throws what ends the training
     */
    static UserVector of(FactorModel model, RatingMatrix train, Runnable checkCancelled) {
        int k = model.factors();
        int unknowns = k + 1;
        // The last column is what is to be explained, so its products with the others are the right side.
        int stride = Math.ceilDiv(unknowns + 1, VectorKernels.PADDING) * VectorKernels.PADDING;
        float[] products = new float[stride * stride];
        float[] batch = new float[MOVIES_AT_ONCE * stride];
        Csr byMovie = train.byMovie();
        for (int from = 0; from < byMovie.rows(); from += MOVIES_AT_ONCE) {
            checkCancelled.run();
            int to = Math.min(byMovie.rows(), from + MOVIES_AT_ONCE);
            Arrays.fill(batch, 0);
            for (int movie = from; movie < to; movie++) {
                fill(batch, (movie - from) * stride, model, byMovie, movie);
            }
            Kernels.get().addProducts(1, batch, 0, to - from, stride, 0, products);
        }
        double[] solution = solve(products, unknowns, stride);
        float[] factors = new float[k];
        for (int f = 0; f < k; f++) {
            factors[f] = (float) solution[f];
        }
        return new UserVector((float) solution[k], factors);
    }

    /** A movie's equations, which differ in their right side alone, as one: that of their mean, times √n. */
    private static void fill(float[] batch, int at, FactorModel model, Csr byMovie, int movie) {
        int count = byMovie.length(movie);
        if (count == 0) {
            return;
        }
        double sum = 0;
        for (int position = byMovie.start(movie); position < byMovie.end(movie); position++) {
            sum += byMovie.value(position);
        }
        float weight = (float) Math.sqrt(count);
        int k = model.factors();
        model.copyMovieFactors(movie, batch, at);
        Kernels.get().scale(weight, batch, at, k);
        batch[at + k] = weight;
        batch[at + k + 1] = weight * (float) (sum / count - model.mean() - model.movieBias(movie));
    }

    private static double[] solve(float[] products, int unknowns, int stride) {
        DMatrixRMaj normal = new DMatrixRMaj(unknowns, unknowns);
        DMatrixRMaj right = new DMatrixRMaj(unknowns, 1);
        for (int i = 0; i < unknowns; i++) {
            for (int j = i; j < unknowns; j++) {
                normal.set(i, j, products[i * stride + j]);
                normal.set(j, i, products[i * stride + j]);
            }
            normal.add(i, i, LAMBDA);
            right.set(i, 0, products[i * stride + unknowns]);
        }
        DMatrixRMaj solution = new DMatrixRMaj(unknowns, 1);
        var solver = LinearSolverFactory_DDRM.symmPosDef(unknowns);
        if (!solver.setA(normal)) {
            return new double[unknowns]; // rounding left no system: at zero, as before anything was learnt
        }
        solver.solve(right, solution);
        return solution.getData();
    }
}
