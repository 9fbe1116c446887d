package dev.marquee.cf.index;

import dev.marquee.cf.model.ListTables;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * What stars someone would give beyond their usual, by the tables of a final score: b_i + p·q_i, with p by ridge
 * regression on what is known. Stateless, thread-safe.
 */
final class StarsFoldIn {
    private static final double LAMBDA = 1.4;
    private static final double BIAS_LAMBDA = 4;

    private StarsFoldIn() {}

    /** @return p */
    static double[] vector(ListTables tables, Rater rater) {
        int k = tables.factors();
        int count = rater.movies().length;
        DMatrixRMaj normal = new DMatrixRMaj(k + 1, k + 1);
        DMatrixRMaj right = new DMatrixRMaj(k + 1, 1);
        double[] row = new double[k + 1];
        for (int i = 0; i < count; i++) {
            int movie = rater.movies()[i];
            for (int f = 0; f < k; f++) {
                row[f] = tables.starFactors()[movie * k + f];
            }
            row[k] = 1;
            add(normal.data, right.data, row, rater.ratings()[i] - tables.starMean() - tables.starBiases()[movie]);
        }
        for (int f = 0; f < k; f++) {
            normal.add(f, f, LAMBDA * Math.sqrt(Math.max(1, count)));
        }
        normal.add(k, k, BIAS_LAMBDA);
        for (int f = 0; f <= k; f++) {
            for (int g = 0; g < f; g++) {
                normal.set(g, f, normal.get(f, g));
            }
        }
        DMatrixRMaj solution = new DMatrixRMaj(k + 1, 1);
        var solver = LinearSolverFactory_DDRM.symmPosDef(k + 1);
        if (solver.setA(normal)) {
            solver.solve(right, solution);
        }
        return solution.data;
    }

    private static void add(double[] normal, double[] right, double[] row, double target) {
        for (int f = 0; f < row.length; f++) {
            right[f] += row[f] * target;
            for (int g = 0; g <= f; g++) {
                normal[f * row.length + g] += row[f] * row[g];
            }
        }
    }

    /** Of one movie, beyond the user's usual. */
    static float beyond(ListTables tables, double[] vector, int movie) {
        int k = tables.factors();
        double sum = tables.starBiases()[movie];
        for (int f = 0; f < k; f++) {
            sum += vector[f] * tables.starFactors()[movie * k + f];
        }
        return (float) sum;
    }
}
