package dev.marquee.cf.train.ials;

import dev.marquee.cf.device.kernel.Kernel;
import java.util.List;

/**
 * The kernels of {@link DeviceIalsTrainer}. No work-group keeps a matrix of K×K numbers, so there is one for 256
 * factors, too. In what follows y are rows of the fixed side, x of the solved one, and A = α₀ YᵀY + λI + Σ w y yᵀ.
 */
public final class DeviceIalsKernels {
    /** Rows and, at most, columns of the result that a work-group of {@link #PRODUCTS} or {@link #GRAM} has. */
    public static final int TILE = 64;
    private static final List<Integer> FACTORS = Kernel.WIDE_FACTORS;

    /**
     * Σ y yᵀ over chunks of rows, from one chunk on. A work-group for each chunk and each tile of the lower triangle,
     * tiles of a chunk one after the other, by rows: {@link #gramTiles}. Of a tile on the diagonal all is written.
     *
     * <ul>
     * <li>rows n×K; partial C×K×K: lower triangle, written; sizes {n, rows of a chunk, C, first chunk}
     * </ul>
     */
    public static final Kernel GRAM = Kernel.perFactors(FACTORS, "ialsGram", "IalsKernels", factors -> 64, "rows:f",
            "partial:f", "sizes:i");

    /**
     * Adds the chunks in order, times a number, and fills the upper triangle. One work-item for each number of the
     * result.
     *
     * <ul>
     * <li>partial as of {@link #GRAM}; gram K×K, written; sizes {C}; numbers {α₀}
     * </ul>
     */
    public static final Kernel GRAM_SUM = Kernel.perFactors(FACTORS, "ialsGramSum", "IalsKernels", factors -> 256,
            "partial:f", "gram:f", "sizes:i", "numbers:f");

    /**
     * target = rows · gram. A work-group for each tile of {@link #TILE} rows and as many columns, at most, tiles of the
     * same rows one after the other: {@link #productGroups}.
     *
     * <ul>
     * <li>rows: R from sizes[1] on, ×K; gram K×K, symmetric; target R×K, written; sizes {R, first row}
     * </ul>
     */
    public static final Kernel PRODUCTS = Kernel.perFactors(FACTORS, "ialsProducts", "IalsKernels", factors -> 64,
            "rows:f", "gram:f", "target:f", "sizes:i");

    /**
     * Σ w e y over segments, and Σ w e², where e = v·y, or what that lacks of 1. One work-group for each segment.
     *
     * <ul>
     * <li>vectors: that of the segments' row r at r - sizes[1], ×K
     * <li>others n×K: y; index, weight: entries; segments 3·S
     * <li>partial S×K and errors S, written
     * <li>sizes {S, row of the first vector, 1: e is 1 - v·y, 0: e is v·y}
     * </ul>
     */
    public static final Kernel GRADIENTS = Kernel.perFactors(FACTORS, "ialsGradients", "IalsKernels",
            DeviceIalsKernels::items, "vectors:f", "others:f", "index:i", "weight:f", "segments:i", "partial:f",
            "errors:f", "sizes:i");

    /**
     * Begins the descent of rows that have segments: r = Σ w (1 - x·y) y - α₀ YᵀY x - λx, by adding the segments in
     * order; the first direction is r. A team of K work-items for each row, {@link #teams} of them a work-group.
     *
     * <ul>
     * <li>factors m×K: x, rows from sizes[1] on; partial S×K; ranges 2·R: first segment and the segment after the last
     * of each row; lambdas R; products R×K: α₀ YᵀY x
     * <li>residuals R×K, directions R×K, squares R: |r|²; written
     * <li>sizes {R, first row}
     * </ul>
     */
    public static final Kernel BEGIN = Kernel.perFactors(FACTORS, "ialsBegin", "IalsKernels", DeviceIalsKernels::items,
            "factors:f", "partial:f", "ranges:i", "lambdas:f", "products:f", "residuals:f", "directions:f",
            "squares:f", "sizes:i");

    /**
     * A step of the conjugate gradient method for A x = Σ w y, with d·A d of the segments' Σ w (d·y) y and of the
     * products; rows whose |r|² is not above {@link #SOLVED} stay. Work-groups as of {@link #BEGIN}.
     *
     * <ul>
     * <li>factors m×K: x, rows from sizes[1] on, changed; partial, ranges, lambdas as of {@link #BEGIN}
     * <li>products R×K: α₀ YᵀY d; residuals, directions, squares: changed
     * <li>failed 1: 1 + the row of an A with d·A d that is not above zero, NaN included, of any one such row; else
     * unchanged
     * <li>sizes {R, first row}
     * </ul>
     */
    public static final Kernel STEP = Kernel.perFactors(FACTORS, "ialsStep", "IalsKernels", DeviceIalsKernels::items,
            "factors:f", "partial:f", "ranges:i", "lambdas:f", "products:f", "residuals:f", "directions:f",
            "squares:f", "failed:i", "sizes:i");

    /** A squared length of a residual that cannot matter, and with which no step is computed. */
    public static final float SOLVED = 1e-30f;

    public static final List<Kernel> ALL = List.of(GRAM, GRAM_SUM, PRODUCTS, GRADIENTS, BEGIN, STEP);

    private DeviceIalsKernels() {}

    private static int items(int factors) {
        return Math.max(64, factors);
    }

    /** Rows of a work-group of {@link #BEGIN} and {@link #STEP}. */
    public static int teams(int factors) {
        return items(factors) / factors;
    }

    private static int tilesAcross(int factors) {
        return Math.max(1, factors / TILE);
    }

    /** Tiles of the lower triangle. */
    public static int gramTiles(int factors) {
        return tilesAcross(factors) * (tilesAcross(factors) + 1) / 2;
    }

    /** Work-groups of {@link #PRODUCTS}. */
    public static int productGroups(int rows, int factors) {
        return Math.ceilDiv(rows, TILE) * tilesAcross(factors);
    }
}
