package dev.marquee.cf.train.gpu;

/** {@link Kernel}'s scoring kernels as sequential loops. */
final class ScoreTwins {

    private ScoreTwins() {}

    static void scores(TwinCall call) {
        int users = call.ints(6)[0];
        int movies = call.ints(6)[1];
        int movieTiles = (movies + Kernel.SCORE_MOVIES - 1) / Kernel.SCORE_MOVIES;
        int firstUser = call.group() / movieTiles * Kernel.SCORE_USERS;
        int firstMovie = call.group() % movieTiles * Kernel.SCORE_MOVIES;
        for (int user = firstUser; user < Math.min(users, firstUser + Kernel.SCORE_USERS); user++) {
            for (int movie = firstMovie; movie < Math.min(movies, firstMovie + Kernel.SCORE_MOVIES); movie++) {
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

    static void selectTop(TwinCall call) {
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
