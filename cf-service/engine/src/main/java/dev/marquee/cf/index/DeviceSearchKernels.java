package dev.marquee.cf.index;

import dev.marquee.cf.device.kernel.Kernel;
import java.util.List;

/**
 * The kernels of {@link DeviceSearch}.
 */
public final class DeviceSearchKernels {
    /**
     * Scores of some users and all movies: mean + b_u + b_i + p·q. One work-group for each tile of {@link #TILE_USERS}
     * users and {@link #TILE_MOVIES} movies, movie tiles of a user tile one after the other.
     *
     * <ul>
     * <li>users m×K, userBiases m, movies n×K, movieBiases n; which U: rows of users
     * <li>scores U×n, written; sizes {U, n}; numbers {mean}
     * </ul>
     */
    public static final Kernel SCORES = Kernel.perFactors(Kernel.WIDE_FACTORS, "scores", "ScoreKernels",
            factors -> 64, "users:f", "userBiases:f", "movies:f", "movieBiases:f", "which:i", "scores:f", "sizes:i",
            "numbers:f");

    /**
     * The best movies of each user by scores, best first, of equal scores the lower index first, without those
     * excluded. One work-group for each user.
     *
     * <ul>
     * <li>scores U×n, destroyed
     * <li>excludedFrom U+1, excluded: indexes of movies
     * <li>items U×N, written: indexes, -1 where there are no more; itemScores U×N, written (0 where there are no more)
     * <li>sizes {U, n, N}
     * </ul>
     */
    public static final Kernel SELECT_TOP = Kernel.forAllFactors("selectTop", "ScoreKernels", 256, "scores:f",
            "excludedFrom:i", "excluded:i", "items:i", "itemScores:f", "sizes:i");

    /** Users of a tile of {@link #SCORES}. */
    public static final int TILE_USERS = 16;
    /** Movies of a tile of {@link #SCORES}. */
    public static final int TILE_MOVIES = 64;

    public static final List<Kernel> ALL = List.of(SCORES, SELECT_TOP);

    private DeviceSearchKernels() {}
}
