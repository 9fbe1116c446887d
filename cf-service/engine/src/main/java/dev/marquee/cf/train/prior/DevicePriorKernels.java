package dev.marquee.cf.train.prior;

import dev.marquee.cf.device.kernel.Kernel;
import java.util.List;

/**
 * The kernels of {@link DevicePrior}: the regression of implicit features by conjugate gradients.
 */
public final class DevicePriorKernels {
    /**
     * terms_r = weight_r · (x_r - mean_r). One work-item for each number.
     *
     * <ul>
     * <li>x m×K; means m×K; weights m; terms m×K, written; sizes {m}
     * </ul>
     */
    public static final Kernel PRIOR_TERMS = Kernel.perFactors("priorTerms", "PriorKernels", factors -> 256, "x:f",
            "means:f", "weights:f", "terms:f", "sizes:i");

    /**
     * y += a·x. One work-item for each number.
     *
     * <ul>
     * <li>x, y: size numbers; sizes {size}; numbers {a}
     * </ul>
     */
    public static final Kernel AXPY = Kernel.forAllFactors("axpy", "PriorKernels", 256, "x:f", "y:f", "sizes:i",
            "numbers:f");

    /**
     * By factor Σ a·b / d over 64 rows at a time, in order, with d = diagonal_r + λ, or 1 if sizes says so. One
     * work-group for each 64 rows.
     *
     * <ul>
     * <li>a, b m×K; diagonal m; partial ⌈m/64⌉×K, written; sizes {m, 1: divided, 0: not}; numbers {λ}
     * </ul>
     */
    public static final Kernel PRODUCTS = Kernel.perFactors("products", "PriorKernels", factors -> factors, "a:f",
            "b:f", "diagonal:f", "partial:f", "sizes:i", "numbers:f");

    /**
     * direction = residual / (diagonal_r + λ) + keep_f · direction. One work-item for each number.
     *
     * <ul>
     * <li>residuals m×K; diagonal m; keep K; directions m×K, changed; sizes {m}; numbers {λ}
     * </ul>
     */
    public static final Kernel DIRECTIONS = Kernel.perFactors("directions", "PriorKernels", factors -> 256,
            "residuals:f", "diagonal:f", "keep:f", "directions:f", "sizes:i", "numbers:f");

    /**
     * features += stride_f · direction, residuals -= stride_f · image. One work-item for each number.
     *
     * <ul>
     * <li>stride K; directions, images m×K; features, residuals m×K, changed; sizes {m}
     * </ul>
     */
    public static final Kernel DESCEND = Kernel.perFactors("descend", "PriorKernels", factors -> 256, "stride:f",
            "directions:f", "images:f", "features:f", "residuals:f", "sizes:i");

    /**
     * x_r += weight_r · (one row of the source). One work-item for each number.
     *
     * <ul>
     * <li>source: rows of K numbers; weights m; x m×K, changed; sizes {m, the row of the source}
     * </ul>
     */
    public static final Kernel ADD_ROW = Kernel.perFactors("addRow", "PriorKernels", factors -> 256, "source:f",
            "weights:f", "x:f", "sizes:i");

    /** Rows that {@link #PRODUCTS} sums at once. */
    public static final int PRODUCT_ROWS = 64;

    public static final List<Kernel> ALL = List.of(PRIOR_TERMS, AXPY, PRODUCTS, DIRECTIONS, DESCEND, ADD_ROW);

    private DevicePriorKernels() {}
}
