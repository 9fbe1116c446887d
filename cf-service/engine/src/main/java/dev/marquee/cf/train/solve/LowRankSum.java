package dev.marquee.cf.train.solve;

import dev.marquee.cf.train.support.RunningState;
import dev.marquee.cf.train.support.Workers;
import dev.marquee.common.kernel.Kernels;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.jspecify.annotations.Nullable;

/**
 * A sum of products A Bᵀ of thin matrices, kept as one product of rank r: the mean of many factorisations as a single
 * one. Products are set side by side; when there is no more room, the nearest product of rank r takes their place.
 * Nearest is meant in the sum of squares over all pairs of rows, each weighted by the weights of its two rows.
 *
 * <p>
 * With A = Q_a R_a and B = Q_b R_b that is the truncated singular value decomposition of the small matrix R_a R_bᵀ; R
 * is the root of AᵀA, so that the long matrices are passed through only twice. Deterministic. Not thread-safe.
 */
public final class LowRankSum {
    /** Directions whose weight is below this share of the largest are rounding. */
    private static final double NEGLIGIBLE = 1e-10;
    private static final int ROWS_AT_ONCE = 64;

    private final int rank;
    private final int width;
    private final Half a;
    private final Half b;
    private int filled;

    /**
     * @param weightsA of the rows of all A; the rank is at most their number
     * @param weightsB of the rows of all B
     * @param rank r
     * @param room columns that are set side by side
     */
    public LowRankSum(float[] weightsA, float[] weightsB, int rank, int room) {
        this.rank = rank;
        this.width = rank + room;
        this.a = new Half(weightsA, width);
        this.b = new Half(weightsB, width);
    }

    /** One of the two long matrices: rows × width, row-major, of which some columns are filled. */
    private static final class Half {
        private final float[] weights;
        private final int width;
        private final float[] values;

        private Half(float[] weights, int width) {
            this.weights = weights;
            this.width = width;
            this.values = new float[Math.multiplyExact(weights.length, width)];
        }

        private void put(float[] columns, int count, int at) {
            for (int row = 0; row < weights.length; row++) {
                System.arraycopy(columns, row * count, values, row * width + at, count);
            }
        }

        private float[] columns(int count) {
            float[] copy = new float[weights.length * count];
            for (int row = 0; row < weights.length; row++) {
                System.arraycopy(values, row * width, copy, row * count, count);
            }
            return copy;
        }

        /** Row by row values ← values T; the rest becomes 0. */
        private void transform(DMatrixRMaj t, Workers workers) {
            float[] columns = new float[t.numCols * width];
            for (int i = 0; i < t.numRows; i++) {
                for (int j = 0; j < t.numCols; j++) {
                    columns[j * width + i] = (float) t.get(i, j);
                }
            }
            workers.chunks(weights.length, ROWS_AT_ONCE, (from, to) -> {
                float[] row = new float[width];
                float[] product = new float[t.numCols];
                for (int index = from; index < to; index++) {
                    System.arraycopy(values, index * width, row, 0, width);
                    Kernels.get().dots(row, columns, width, 0, t.numCols, product);
                    System.arraycopy(product, 0, values, index * width, t.numCols);
                    Arrays.fill(values, index * width + t.numCols, (index + 1) * width, 0);
                }
            });
        }
    }

    /**
     * @param left rows of A × k, row-major
     * @param right rows of B × k, row-major
     * @param k no more than there is room
     */
    public void add(float[] left, float[] right, int k, Workers workers) {
        if (filled + k > width) {
            compress(workers);
        }
        a.put(left, k, filled);
        b.put(right, k, filled);
        filled += k;
    }

    /**
     * Brings the sum to rank r. Afterwards the columns of A are orthonormal under the weights and those of B fall off,
     * as singular vectors and their values do.
     */
    public void compress(Workers workers) {
        Root rootA = Root.of(GramMatrix.of(a.values, width, a.weights, workers).toMatrix());
        Root rootB = Root.of(GramMatrix.of(b.values, width, b.weights, workers).toMatrix());
        workers.checkCancelled();
        DMatrixRMaj small = new DMatrixRMaj(width, width);
        CommonOps_DDRM.multTransB(rootA.root, rootB.root, small);
        SingularValueDecomposition_F64<DMatrixRMaj> svd = DecompositionFactory_DDRM.svd(width, width, true, true, true);
        if (!svd.decompose(small)) {
            throw new RowSolver.Unsolvable();
        }
        double[] singular = svd.getSingularValues();
        int[] largest = largest(singular);
        a.transform(chosen(rootA.inverse, svd.getU(null, false), largest, null), workers);
        b.transform(chosen(rootB.inverse, svd.getV(null, false), largest, singular), workers);
        filled = rank;
    }

    private int[] largest(double[] singular) {
        return java.util.stream.IntStream.range(0, singular.length).boxed()
                .sorted((x, y) -> Double.compare(singular[y], singular[x])).limit(rank).mapToInt(Integer::intValue)
                .toArray();
    }

    private static DMatrixRMaj chosen(DMatrixRMaj inverse, DMatrixRMaj vectors, int[] columns,
            double @Nullable [] scales) {
        DMatrixRMaj picked = new DMatrixRMaj(vectors.numRows, columns.length);
        for (int row = 0; row < vectors.numRows; row++) {
            for (int j = 0; j < columns.length; j++) {
                picked.set(row, j, vectors.get(row, columns[j]) * (scales == null ? 1 : scales[columns[j]]));
            }
        }
        DMatrixRMaj product = new DMatrixRMaj(inverse.numRows, columns.length);
        CommonOps_DDRM.mult(inverse, picked, product);
        return product;
    }

    /**
     * R and its inverse from the right, where RᵀR is a Gram matrix: D^½ Vᵀ and V D^-½ of its eigenvalues and vectors.
     */
    private record Root(DMatrixRMaj root, DMatrixRMaj inverse) {
        static Root of(DMatrixRMaj gram) {
            int n = gram.numRows;
            EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
            if (!eigen.decompose(gram)) {
                throw new RowSolver.Unsolvable();
            }
            double most = 0;
            for (int i = 0; i < n; i++) {
                most = Math.max(most, eigen.getEigenvalue(i).getReal());
            }
            DMatrixRMaj root = new DMatrixRMaj(n, n);
            DMatrixRMaj inverse = new DMatrixRMaj(n, n);
            for (int i = 0; i < n; i++) {
                double value = eigen.getEigenvalue(i).getReal();
                DMatrixRMaj vector = eigen.getEigenVector(i);
                boolean counts = value > NEGLIGIBLE * most;
                for (int j = 0; j < n; j++) {
                    root.set(i, j, counts ? Math.sqrt(value) * vector.get(j) : 0);
                    inverse.set(j, i, counts ? vector.get(j) / Math.sqrt(value) : 0);
                }
            }
            return new Root(root, inverse);
        }
    }

    /** Rows of A × r, row-major, as of the last {@link #compress}. */
    public float[] left() {
        return a.columns(rank);
    }

    /** Rows of B × r, row-major, as of the last {@link #compress}. */
    public float[] right() {
        return b.columns(rank);
    }

    public RunningState addTo(RunningState state) {
        return state.floats("productsOfUsers", a.values).floats("productsOfMovies", b.values).longs("productColumns",
                () -> new long[]{filled}, read -> filled = (int) read[0]);
    }
}
