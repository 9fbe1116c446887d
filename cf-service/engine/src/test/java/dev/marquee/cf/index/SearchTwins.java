package dev.marquee.cf.index;

import dev.marquee.cf.device.kernel.Kernel;
import dev.marquee.cf.testing.TwinCall;
import java.util.Map;
import java.util.function.Consumer;

/** The kernels of {@link DeviceSearchKernels} as sequential loops. */
public final class SearchTwins {
    public static final Map<Kernel, Consumer<TwinCall>> ALL = Map.of(DeviceSearchKernels.SCORES, SearchTwins::scores,
            DeviceSearchKernels.SELECT_TOP, SearchTwins::selectTop);

    private SearchTwins() {}

    private static void scores(TwinCall call) {
        int users = call.ints(6)[0];
        int movies = call.ints(6)[1];
        int movieTiles = (movies + DeviceSearchKernels.TILE_MOVIES - 1) / DeviceSearchKernels.TILE_MOVIES;
        int firstUser = call.group() / movieTiles * DeviceSearchKernels.TILE_USERS;
        int firstMovie = call.group() % movieTiles * DeviceSearchKernels.TILE_MOVIES;
        for (int user = firstUser; user < Math.min(users, firstUser + DeviceSearchKernels.TILE_USERS); user++) {
            for (int movie = firstMovie; movie < Math.min(movies,
                    firstMovie + DeviceSearchKernels.TILE_MOVIES); movie++) {
                call.floats(5)[user * movies + movie] = score(call, call.ints(4)[user], movie);
            }
        }
    }

    private static float score(TwinCall call, int user, int movie) {
        int k = call.factors();
        double score = call.floats(7)[0] + call.floats(1)[user] + call.floats(3)[movie];
        for (int f = 0; f < k; f++) {
            score += (double) call.floats(0)[user * k + f] * call.floats(2)[movie * k + f];
        }
        return (float) score;
    }

    private static void selectTop(TwinCall call) {
        int user = call.group();
        int[] sizes = call.ints(5);
        if (user >= sizes[0]) {
            return;
        }
        int movies = sizes[1];
        boolean[] gone = new boolean[movies];
        for (int e = call.ints(1)[user]; e < call.ints(1)[user + 1]; e++) {
            gone[call.ints(2)[e]] = true;
        }
        for (int place = 0; place < sizes[2]; place++) {
            int best = -1;
            for (int movie = 0; movie < movies; movie++) {
                boolean better = best < 0
                        || call.floats(0)[user * movies + movie] > call.floats(0)[user * movies + best];
                best = !gone[movie] && better ? movie : best;
            }
            call.ints(3)[user * sizes[2] + place] = best;
            call.floats(4)[user * sizes[2] + place] = best < 0 ? 0 : call.floats(0)[user * movies + best];
            if (best >= 0) {
                gone[best] = true;
            }
        }
    }
}
