package dev.marquee.cf.train.als;

import dev.marquee.cf.device.kernel.Kernel;
import java.util.List;

/**
 * The kernels of {@link DeviceAlsTrainer}.
 *
 * <p>
 * <b>Normal equations</b> of one segment ({@link #PARTIAL_EXTRA}): the lower triangle of Σ y yᵀ by rows (element (r, c)
 * at r(r+1)/2 + c), then Σ e·y (K), Σ y (K), Σ e, and seven unused numbers; e is what the fixed side leaves of a
 * rating.
 */
public final class DeviceAlsKernels {
    /**
     * Sums the normal equations of segments. One work-group for each segment.
     *
     * <ul>
     * <li>others n×K: factors of the fixed side; otherBiases n
     * <li>index, rating: entries: row of the fixed side and the rating
     * <li>segments 3·S
     * <li>partial S×(K(K+1)/2 + 2K + 8), written
     * <li>sizes {S}; numbers {mean}
     * </ul>
     */
    public static final Kernel NORMAL = Kernel.perFactors("alsNormal", "AlsKernels",
            factors -> factors == 128 ? 256 : factors == 16 ? 16 : 64, "others:f", "otherBiases:f", "index:i",
            "rating:f", "segments:i", "partial:f", "sizes:i", "numbers:f");

    /**
     * Solves rows: adds the segments' normal equations in order, then minimises Σ (e - b - x·y)² + λ|x - prior|² + λ_b
     * b² as {@code RowSolver} does, by a Cholesky decomposition in local memory. One work-group for each row.
     *
     * <ul>
     * <li>partial as of {@link #NORMAL}
     * <li>rows 3·R: row of the solved side, its first segment in partial and the segment after the last
     * <li>counts R: the row's ratings; lambdas 2·R: λ and λ_b of each
     * <li>prior m×K, by row of the solved side; not looked at if sizes says so
     * <li>factors m×K, biases m: written at the rows solved
     * <li>failed 1: 1 + the row of a system without a solution (a pivot that is not above zero, NaN included), of any
     * one such row; else unchanged
     * <li>sizes {R, 1 if there is a prior else 0}
     * </ul>
     */
    public static final Kernel SOLVE = Kernel.perFactors("alsSolve", "AlsKernels", factors -> factors, "partial:f",
            "rows:i", "counts:i", "lambdas:f", "prior:f", "factors:f", "biases:f", "failed:i", "sizes:i");

    /** Numbers of a segment's normal equations besides the triangle and two vectors. */
    public static final int PARTIAL_EXTRA = 8;

    public static final List<Kernel> ALL = List.of(NORMAL, SOLVE);

    private DeviceAlsKernels() {}

    /** Floats of a segment's normal equations. */
    public static int partialSize(int factors) {
        return factors * (factors + 1) / 2 + 2 * factors + PARTIAL_EXTRA;
    }
}
