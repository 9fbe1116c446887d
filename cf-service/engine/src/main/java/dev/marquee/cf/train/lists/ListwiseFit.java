package dev.marquee.cf.train.lists;

import dev.marquee.cf.model.ScoreWeights;
import dev.marquee.cf.train.support.Workers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * Learns the weights of a final score from lists: those that make the liked movies most likely, where a list is a draw
 * of movies with chances in proportion to the exponential of their scores (Cao et al. 2007, "Learning to rank: from
 * pairwise approach to listwise approach"). By Newton's method, the loss being convex. It is done twice, the second
 * time with the best movies of each list by the first weights alone: the top of a list is what is shown. The result
 * does not depend on the number of threads.
 *
 * <p>
 * Lists of those who were away are few, so their weights are learnt from all lists: those of the others, and a number
 * to add for each thing that is said. The weights of the others' lists are learnt from these alone.
 */
final class ListwiseFit {
    private static final double LAMBDA = 1e-4;
    private static final int MOST_STEPS = 30;
    private static final double ENOUGH = 1e-7;
    private static final int TOP = 40;
    private static final int LISTS_AT_ONCE = 64;
    private static final int RESULT = ScoreWeights.FEATURES * ScoreWeights.LEVELS;
    /** What is said has weights of its own, besides, where the user was away. */
    private static final int SIZE = RESULT + ScoreWeights.FEATURES;

    private final Workers workers;

    ListwiseFit(Workers workers) {
        this.workers = workers;
    }

    /** Without an example of someone who was away, the weights of that are those of the sitting. */
    ScoreWeights weights(List<Example> examples) {
        List<Example> inTheSitting = examples.stream().filter(example -> !example.pool().away()).toList();
        double[] weights = Arrays.copyOf(fit(inTheSitting), RESULT);
        return inTheSitting.size() == examples.size()
                ? new ScoreWeights(weights, 0)
                : new ScoreWeights(weights, away(fit(examples)), 0);
    }

    /** With what is added for who was away. */
    private static double[] away(double[] fitted) {
        double[] weights = Arrays.copyOf(fitted, RESULT);
        for (int f = 0; f < ScoreWeights.FEATURES; f++) {
            weights[f] += fitted[RESULT + f];
        }
        return weights;
    }

    private double[] fit(List<Example> examples) {
        double[] scales = scales(examples);
        int[][] all = examples.stream().map(each -> IntStream.range(0, each.liked().length).toArray())
                .toArray(int[][]::new);
        double[] first = newton(examples, all, scales, new double[SIZE]);
        int[][] top = new int[all.length][];
        for (int i = 0; i < top.length; i++) {
            top[i] = top(examples.get(i), first, scales);
        }
        double[] scaled = newton(examples, top, scales, first);
        double[] weights = new double[SIZE];
        for (int f = 0; f < SIZE; f++) {
            weights[f] = scaled[f] / scales[f];
        }
        return weights;
    }

    /** The best movies of a list, none where none of them was liked. */
    private static int[] top(Example example, double[] weights, double[] scales) {
        double[] scores = new double[example.liked().length];
        double[] row = new double[SIZE];
        for (int movie = 0; movie < scores.length; movie++) {
            fill(row, example, movie, scales);
            scores[movie] = dot(weights, row);
        }
        int[] best = IntStream.range(0, scores.length).boxed()
                .sorted(Comparator.comparingDouble((Integer movie) -> -scores[movie])).limit(TOP)
                .mapToInt(Integer::intValue).toArray();
        return Arrays.stream(best).anyMatch(movie -> example.liked()[movie]) ? best : new int[0];
    }

    /** The root of each number's mean square, so that all are of one size. */
    private static double[] scales(List<Example> examples) {
        double[] ones = new double[SIZE];
        Arrays.fill(ones, 1);
        double[] squares = new double[SIZE];
        double[] row = new double[SIZE];
        long count = 0;
        for (Example example : examples) {
            for (int movie = 0; movie < example.liked().length; movie++) {
                fill(row, example, movie, ones);
                count++;
                for (int f = 0; f < SIZE; f++) {
                    squares[f] += row[f] * row[f];
                }
            }
        }
        for (int f = 0; f < SIZE; f++) {
            squares[f] = Math.max(1e-9, Math.sqrt(squares[f] / Math.max(1, count)));
        }
        return squares;
    }

    private static void fill(double[] row, Example example, int movie, double[] scales) {
        double[] levels = Arrays.copyOf(ScoreWeights.levels(example.pool().known()), ScoreWeights.LEVELS + 1);
        levels[ScoreWeights.LEVELS] = example.pool().away() ? 1 : 0;
        for (int f = 0; f < SIZE; f++) {
            row[f] = example.pool().said()[movie * ScoreWeights.FEATURES + f % ScoreWeights.FEATURES]
                    * levels[f / ScoreWeights.FEATURES] / scales[f];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int f = 0; f < a.length; f++) {
            sum += a[f] * b[f];
        }
        return sum;
    }

    private double[] newton(List<Example> examples, int[][] movies, double[] scales, double[] start) {
        double[] weights = start;
        Sums now = sums(examples, movies, scales, weights);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = now.direction();
            double length = 1;
            Sums next = now;
            double[] tried = weights;
            for (; length > 1e-3; length /= 2) {
                tried = weights.clone();
                for (int f = 0; f < SIZE; f++) {
                    tried[f] -= length * direction[f];
                }
                next = sums(examples, movies, scales, tried);
                if (next.loss < now.loss) {
                    break;
                }
            }
            if (!(now.loss - next.loss > ENOUGH)) {
                break;
            }
            weights = tried;
            now = next;
        }
        return weights;
    }

    private Sums sums(List<Example> examples, int[][] movies, double[] scales, double[] weights) {
        Sums[] parts = new Sums[Math.ceilDiv(examples.size(), LISTS_AT_ONCE)];
        workers.chunks(examples.size(), LISTS_AT_ONCE, (from, to) -> {
            Sums part = new Sums();
            for (int i = from; i < to; i++) {
                if (movies[i].length > 0) {
                    part.add(examples.get(i), movies[i], scales, weights);
                }
            }
            parts[from / LISTS_AT_ONCE] = part;
        });
        Sums all = new Sums();
        for (Sums part : parts) {
            all.add(Objects.requireNonNull(part));
        }
        all.finish(weights);
        return all;
    }

    /** Loss, gradient and Hessian over some lists. */
    private static final class Sums {
        private double loss;
        private double lists;
        private final double[] gradient = new double[SIZE];
        private final double[] hessian = new double[SIZE * SIZE];

        void add(Example example, int[] movies, double[] scales, double[] weights) {
            double[][] rows = new double[movies.length][SIZE];
            double[] chances = new double[movies.length];
            double best = Double.NEGATIVE_INFINITY;
            int likes = 0;
            for (int i = 0; i < movies.length; i++) {
                fill(rows[i], example, movies[i], scales);
                chances[i] = dot(weights, rows[i]);
                best = Math.max(best, chances[i]);
                likes += example.liked()[movies[i]] ? 1 : 0;
            }
            double sum = 0;
            for (int i = 0; i < movies.length; i++) {
                loss -= example.liked()[movies[i]] ? example.weight() * (chances[i] - best) / likes : 0;
                chances[i] = Math.exp(chances[i] - best);
                sum += chances[i];
            }
            loss += example.weight() * Math.log(sum);
            lists += example.weight();
            double[] mean = new double[SIZE];
            for (int i = 0; i < movies.length; i++) {
                double chance = chances[i] / sum;
                double liked = example.liked()[movies[i]] ? 1.0 / likes : 0;
                addRow(rows[i], example.weight(), chance, liked, mean);
            }
            for (int f = 0; f < SIZE; f++) {
                for (int g = 0; g <= f; g++) {
                    hessian[f * SIZE + g] -= example.weight() * mean[f] * mean[g];
                }
            }
        }

        private void addRow(double[] row, double weight, double chance, double liked, double[] mean) {
            for (int f = 0; f < SIZE; f++) {
                gradient[f] += weight * (chance - liked) * row[f];
                mean[f] += chance * row[f];
                double scaled = weight * chance * row[f];
                for (int g = 0; g <= f; g++) {
                    hessian[f * SIZE + g] += scaled * row[g];
                }
            }
        }

        void add(Sums other) {
            loss += other.loss;
            lists += other.lists;
            for (int f = 0; f < SIZE; f++) {
                gradient[f] += other.gradient[f];
            }
            for (int f = 0; f < hessian.length; f++) {
                hessian[f] += other.hessian[f];
            }
        }

        /** Divides by the lists, and adds what large weights cost. */
        void finish(double[] weights) {
            double scale = 1 / Math.max(1e-9, lists);
            loss *= scale;
            for (int f = 0; f < SIZE; f++) {
                loss += LAMBDA * weights[f] * weights[f];
                gradient[f] = gradient[f] * scale + 2 * LAMBDA * weights[f];
                for (int g = 0; g <= f; g++) {
                    hessian[f * SIZE + g] = hessian[f * SIZE + g] * scale + (f == g ? 2 * LAMBDA : 0);
                    hessian[g * SIZE + f] = hessian[f * SIZE + g];
                }
            }
        }

        double[] direction() {
            DMatrixRMaj solution = new DMatrixRMaj(SIZE, 1);
            var solver = LinearSolverFactory_DDRM.symmPosDef(SIZE);
            if (!solver.setA(new DMatrixRMaj(SIZE, SIZE, true, hessian.clone()))) {
                return new double[SIZE];
            }
            solver.solve(new DMatrixRMaj(SIZE, 1, true, gradient.clone()), solution);
            return solution.data;
        }
    }
}
