package dev.marquee.cf.train.gpu;

import java.util.Arrays;
import java.util.List;

/**
 * The kernels, and what each of them keeps, whoever runs it.
 *
 * <p>
 * Factors are row-major, K numbers a row; a model of fewer factors has zeros behind them, which all kernels leave zeros. K is
 * compiled in; all sizes and settings come in arrays, so that one compiled kernel serves every problem. Index arithmetic is
 * 32-bit. All work-groups are one-dimensional. Sums are formed in an order that depends on nothing but the arguments, so the
 * same device gives the same numbers to the bit.
 *
 * <p>
 * <b>Segments.</b> A row's entries are worked on in pieces, so that no work-group has much more to do than another: three
 * integers a segment, the row, the first entry and the entry after the last, in entries of the arrays given.
 *
 * <p>
 * <b>Normal equations</b> of one segment ({@link #PARTIAL_EXTRA}): the lower triangle of Σ y yᵀ by rows (element (r, c) at
 * r(r+1)/2 + c), then Σ e·y (K), Σ y (K), Σ e, and seven unused numbers; e is what the fixed side leaves of a rating.
 */
public enum Kernel {
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
    ALS_NORMAL(true, "others:f", "otherBiases:f", "index:i", "rating:f", "segments:i", "partial:f", "sizes:i",
            "numbers:f"),

    /**
     * Solves rows: adds the segments' normal equations in order, then minimises Σ (e - b - x·y)² + λ|x - prior|² + λ_b b²
     * as {@code RowSolver} does, by a Cholesky decomposition in local memory. One work-group for each row.
     *
     * <ul>
     * <li>partial as of {@link #ALS_NORMAL}
     * <li>rows 3·R: row of the solved side, its first segment in partial and the segment after the last
     * <li>counts R: the row's ratings; lambdas 2·R: λ and λ_b of each
     * <li>prior m×K, by row of the solved side; not looked at if sizes says so
     * <li>factors m×K, biases m: written at the rows solved
     * <li>failed 1: 1 + the row of a system without a solution (a pivot that is not above zero, NaN included), of any one such row; else unchanged
     * <li>sizes {R, 1 if there is a prior else 0}
     * </ul>
     */
    ALS_SOLVE(true, "partial:f", "rows:i", "counts:i", "lambdas:f", "prior:f", "factors:f", "biases:f", "failed:i",
            "sizes:i"),

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
    SQUARED_ERRORS(true, "factors:f", "biases:f", "others:f", "otherBiases:f", "index:i", "rating:f", "segments:i",
            "partial:f", "sizes:i", "numbers:f"),

    /**
     * One step of an SGD epoch: work-group w goes through block w of the step. Blocks of one step have no user and no movie in
     * common, and neither have the ratings of one round of a block, so nothing is written by two at a time. A round has 1 to
     * 1024/K ratings, which are worked on side by side.
     *
     * <p>
     * For a rating with error e = rating - (mean + b_u + b_i + p·q), with all numbers as of the round's begin:
     * p += RATE_u (e q - LAMBDA_u (p - g_u)), b_u += BIAS_RATE_u (e - BIAS_LAMBDA_u b_u), SLOWNESS_u += e² NORM_i / k,
     * BIAS_SLOWNESS_u += (e - BIAS_LAMBDA_u b_u)², and the same for the movie.
     *
     * <ul>
     * <li>users m×K, movies n×K: factors, changed
     * <li>userState m×8, movieState n×8: places as in {@code SgdRows}: BIAS, RATE, BIAS_RATE, SLOWNESS, BIAS_SLOWNESS, NORM, LAMBDA, BIAS_LAMBDA;
     * changed
     * <li>userMeans m×K, movieMeans n×K: g, what rows are drawn to; not looked at if sizes says so
     * <li>user, movie, rating: entries in the order of blocks and rounds
     * <li>rounds: the first entry of each round, and after the last round the entry after its last
     * <li>blocks B+1: the first round of each block of this step; rounds of a block are consecutive
     * <li>errors B: Σ e² of the block, added to what is there
     * <li>sizes {first block of this step in blocks, first work-group's place in errors, 1 if there are means else 0}; numbers {mean, 1/k}
     * </ul>
     */
    SGD_STEP(true, "users:f", "movies:f", "userState:f", "movieState:f", "userMeans:f", "movieMeans:f", "user:i",
            "movie:i", "rating:f", "rounds:i", "blocks:i", "errors:f", "sizes:i", "numbers:f"),

    /**
     * Before an epoch: RATE = η/√SLOWNESS, BIAS_RATE = η/√BIAS_SLOWNESS, NORM = |x|². One work-item for each row.
     *
     * <ul>
     * <li>factors m×K; state m×8, changed; sizes {m}; numbers {η}
     * </ul>
     */
    SGD_REFRESH(true, "factors:f", "state:f", "sizes:i", "numbers:f"),

    /**
     * target = (Σ source rows of a segment's entries), for each segment. One work-group for each segment.
     *
     * <ul>
     * <li>source n×K; index: entries; segments 3·S; partial S×K, written; sizes {S}
     * </ul>
     */
    SUM_SEGMENTS(true, "source:f", "index:i", "segments:i", "partial:f", "sizes:i"),

    /**
     * target_r = scale_r · (the sum of the row's segments, in order); 0 for a row without segments. One work-item for each
     * number of the target.
     *
     * <ul>
     * <li>partial S×K; rows 2·R: first segment and the segment after the last; scale R; target: rows from sizes[1] on, written; sizes {R, first row}
     * </ul>
     */
    SUM_PARTIALS(true, "partial:f", "rows:i", "scale:f", "target:f", "sizes:i"),

    /**
     * terms_r = weight_r · (x_r - mean_r). One work-item for each number.
     *
     * <ul>
     * <li>x m×K; means m×K; weights m; terms m×K, written; sizes {m}
     * </ul>
     */
    PRIOR_TERMS(true, "x:f", "means:f", "weights:f", "terms:f", "sizes:i"),

    /**
     * y += a·x. One work-item for each number.
     *
     * <ul>
     * <li>x, y: size numbers; sizes {size}; numbers {a}
     * </ul>
     */
    AXPY(false, "x:f", "y:f", "sizes:i", "numbers:f"),

    /**
     * By factor Σ a·b / d over 64 rows at a time, in order, with d = diagonal_r + λ, or 1 if sizes says so. One work-group for each
     * 64 rows.
     *
     * <ul>
     * <li>a, b m×K; diagonal m; partial ⌈m/64⌉×K, written; sizes {m, 1: divided, 0: not}; numbers {λ}
     * </ul>
     */
    PRODUCTS(true, "a:f", "b:f", "diagonal:f", "partial:f", "sizes:i", "numbers:f"),

    /**
     * direction = residual / (diagonal_r + λ) + keep_f · direction. One work-item for each number.
     *
     * <ul>
     * <li>residuals m×K; diagonal m; keep K; directions m×K, changed; sizes {m}; numbers {λ}
     * </ul>
     */
    DIRECTIONS(true, "residuals:f", "diagonal:f", "keep:f", "directions:f", "sizes:i", "numbers:f"),

    /**
     * features += stride_f · direction, residuals -= stride_f · image. One work-item for each number.
     *
     * <ul>
     * <li>stride K; directions, images m×K; features, residuals m×K, changed; sizes {m}
     * </ul>
     */
    DESCEND(true, "stride:f", "directions:f", "images:f", "features:f", "residuals:f", "sizes:i"),

    /**
     * Scores of some users and all movies: mean + b_u + b_i + p·q. One work-group for each tile of {@link #SCORE_USERS} users and
     * {@link #SCORE_MOVIES} movies, movie tiles of a user tile one after the other.
     *
     * <ul>
     * <li>users m×K, userBiases m, movies n×K, movieBiases n; which U: rows of users
     * <li>scores U×n, written; sizes {U, n}; numbers {mean}
     * </ul>
     */
    SCORES(true, "users:f", "userBiases:f", "movies:f", "movieBiases:f", "which:i", "scores:f", "sizes:i", "numbers:f"),

    /**
     * The best movies of each user by scores, best first, of equal scores the lower index first, without those excluded. One work-group for each
     * user.
     *
     * <ul>
     * <li>scores U×n, destroyed
     * <li>excludedFrom U+1, excluded: indexes of movies
     * <li>items U×N, written: indexes, -1 where there are no more; itemScores U×N, written (0 where there are no more)
     * <li>sizes {U, n, N}
     * </ul>
     */
    SELECT_TOP(false, "scores:f", "excludedFrom:i", "excluded:i", "items:i", "itemScores:f", "sizes:i");

    /** What the kernels are compiled for. A model of other than these is computed with the next larger one. */
    public static final List<Integer> FACTORS = List.of(16, 32, 64, 128);
    /** Numbers of a segment's normal equations besides the triangle and two vectors. */
    public static final int PARTIAL_EXTRA = 8;
    /** Users of a tile of {@link #SCORES}. */
    public static final int SCORE_USERS = 16;
    /** Movies of a tile of {@link #SCORES}. */
    public static final int SCORE_MOVIES = 64;
    /** Numbers of a row's state of {@link #SGD_STEP}. */
    public static final int SGD_STATE = 8;
    /** Rows that {@link #PRODUCTS} sums at once. */
    public static final int PRODUCT_ROWS = 64;

    private final boolean perFactors;
    private final List<Argument> arguments;

    /** An argument: its name and whether it holds integers. */
    public record Argument(String name, boolean ints) {}

    Kernel(boolean perFactors, String... arguments) {
        this.perFactors = perFactors;
        this.arguments = Arrays.stream(arguments)
                .map(text -> new Argument(text.substring(0, text.length() - 2), text.endsWith(":i"))).toList();
    }

    /** Whether there is one for each of {@link #FACTORS}. */
    public boolean perFactors() {
        return perFactors;
    }

    /** In order. */
    public List<Argument> arguments() {
        return arguments;
    }

    /** The name of its Java method and of its compiled form: {@code alsNormal}. */
    public String method() {
        StringBuilder text = new StringBuilder();
        for (String word : name().toLowerCase(java.util.Locale.ROOT).split("_")) {
            text.append(text.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return text.toString();
    }

    /** Work-items of a work-group. */
    public int groupSize(int factors) {
        return switch (this) {
            case ALS_NORMAL -> factors == 128 ? 256 : factors == 16 ? 16 : 64;
            case ALS_SOLVE, SUM_SEGMENTS, PRODUCTS -> factors;
            case SQUARED_ERRORS, SCORES, SGD_REFRESH -> 64;
            case SGD_STEP, SELECT_TOP, SUM_PARTIALS, PRIOR_TERMS, AXPY, DIRECTIONS, DESCEND -> 256;
        };
    }

    /** The smallest of {@link #FACTORS} that is enough for a model; 0 if none is. */
    public static int compiledFor(int factors) {
        return FACTORS.stream().filter(compiled -> compiled >= factors).findFirst().orElse(0);
    }

    /** Floats of a segment's normal equations. */
    public static int partialSize(int factors) {
        return factors * (factors + 1) / 2 + 2 * factors + PARTIAL_EXTRA;
    }
}
