package dev.marquee.cf.train.sgd;

import dev.marquee.cf.device.kernel.Kernel;
import java.util.List;

/**
 * The kernels of {@link DeviceSgdTrainer}.
 */
public final class DeviceSgdKernels {
    /**
     * One step of an SGD epoch: work-group w goes through block w of the step. Blocks of one step have no user and no
     * movie in common, and neither have the ratings of one round of a block, so nothing is written by two at a time. A
     * round has 1 to 1024/K ratings, which are worked on side by side.
     *
     * <p>
     * For a rating with error e = rating - (mean + b_u + b_i + p·q), with all numbers as of the round's begin: p +=
     * RATE_u (e q - LAMBDA_u (p - g_u)), b_u += BIAS_RATE_u (e - BIAS_LAMBDA_u b_u), SLOWNESS_u += e² NORM_i / k,
     * BIAS_SLOWNESS_u += (e - BIAS_LAMBDA_u b_u)², and the same for the movie.
     *
     * <ul>
     * <li>users m×K, movies n×K: factors, changed
     * <li>userState m×8, movieState n×8: places as in {@code SgdRows}: BIAS, RATE, BIAS_RATE, SLOWNESS, BIAS_SLOWNESS,
     * NORM, LAMBDA, BIAS_LAMBDA; changed
     * <li>userMeans m×K, movieMeans n×K: g, what rows are drawn to; not looked at if sizes says so
     * <li>user, movie, rating: entries in the order of blocks and rounds
     * <li>rounds: the first entry of each round, and after the last round the entry after its last
     * <li>blocks B+1: the first round of each block of this step; rounds of a block are consecutive
     * <li>errors B: Σ e² of the block, added to what is there
     * <li>sizes {first block of this step in blocks, first work-group's place in errors, 1 if there are means else 0};
     * numbers {mean, 1/k}
     * </ul>
     */
    public static final Kernel STEP = Kernel.perFactors("sgdStep", "SgdKernels", factors -> 256, "users:f", "movies:f",
            "userState:f", "movieState:f", "userMeans:f", "movieMeans:f", "user:i", "movie:i", "rating:f", "rounds:i",
            "blocks:i", "errors:f", "sizes:i", "numbers:f");

    /**
     * Before an epoch: RATE = η/√SLOWNESS, BIAS_RATE = η/√BIAS_SLOWNESS, NORM = |x|². One work-item for each row.
     *
     * <ul>
     * <li>factors m×K; state m×8, changed; sizes {m}; numbers {η}
     * </ul>
     */
    public static final Kernel REFRESH = Kernel.perFactors("sgdRefresh", "SgdKernels", factors -> 64, "factors:f",
            "state:f", "sizes:i", "numbers:f");

    /** Numbers of a row's state. */
    public static final int STATE = 8;

    public static final List<Kernel> ALL = List.of(STEP, REFRESH);

    private DeviceSgdKernels() {}
}
