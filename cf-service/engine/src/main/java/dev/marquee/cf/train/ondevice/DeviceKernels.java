package dev.marquee.cf.train.ondevice;

import dev.marquee.cf.device.kernel.Kernel;
import java.util.List;

/**
 * The kernels that trainers on a device share.
 */
public final class DeviceKernels {
    /**
     * Sums (rating - clamp(mean + b + b' + x·y))² over segments. One work-group for each segment.
     *
     * <ul>
     * <li>factors m×K, biases m, others n×K, otherBiases n
     * <li>index, rating: entries; segments 3·S
     * <li>partial S, written
     * <li>sizes {S}; numbers {mean, lowest prediction, highest prediction}
     * </ul>
     */
    public static final Kernel SQUARED_ERRORS = Kernel.perFactors("squaredErrors", "AlsKernels", factors -> 64,
            "factors:f", "biases:f", "others:f", "otherBiases:f", "index:i", "rating:f", "segments:i", "partial:f",
            "sizes:i", "numbers:f");

    /**
     * target = (Σ source rows of a segment's entries), for each segment. One work-group for each segment.
     *
     * <ul>
     * <li>source n×K; index: entries; segments 3·S; partial S×K, written; sizes {S}
     * </ul>
     */
    public static final Kernel SUM_SEGMENTS = Kernel.perFactors("sumSegments", "PriorKernels", factors -> factors,
            "source:f", "index:i", "segments:i", "partial:f", "sizes:i");

    /**
     * target_r = scale_r · (the sum of the row's segments, in order); 0 for a row without segments. One work-item for
     * each number of the target.
     *
     * <ul>
     * <li>partial S×K; rows 2·R: first segment and the segment after the last; scale R; target: rows from sizes[1] on,
     * written; sizes {R, first row}
     * </ul>
     */
    public static final Kernel SUM_PARTIALS = Kernel.perFactors("sumPartials", "PriorKernels", factors -> 256,
            "partial:f", "rows:i", "scale:f", "target:f", "sizes:i");

    /**
     * By factor Σ weight·x over 64 rows at a time, in order. One work-group for each 64 rows.
     *
     * <ul>
     * <li>x m×K; weights m; partial ⌈m/64⌉×K, written; sizes {m}
     * </ul>
     */
    public static final Kernel WEIGHTED_SUMS = Kernel.perFactors("weightedSums", "PriorKernels", factors -> factors,
            "x:f", "weights:f", "partial:f", "sizes:i");

    /** Rows that {@link #WEIGHTED_SUMS} sums at once. */
    public static final int ROWS_AT_ONCE = 64;

    public static final List<Kernel> ALL = List.of(SQUARED_ERRORS, SUM_SEGMENTS, SUM_PARTIALS, WEIGHTED_SUMS);

    private DeviceKernels() {}
}
