package dev.marquee.cf.app.recommend;

import dev.marquee.cf.app.models.LoadedModel;
import java.util.Arrays;

/**
 * What someone likes of the movies that a model knows: looked up once for all movies of a list.
 *
 * @param ids of the movies, ascending
 * @param movies their indexes in the model
 * @param ratings in stars
 * @param weights by how much they are liked, more than 0
 */
record LikedMovies(long[] ids, int[] movies, float[] ratings, double[] weights) {

    static LikedMovies of(Profile profile, LoadedModel model) {
        double usual = profile.usual();
        int most = profile.size();
        LikedMovies all = new LikedMovies(new long[most], new int[most], new float[most], new double[most]);
        int size = 0;
        for (int i = 0; i < most; i++) {
            float rating = profile.ratings()[i];
            int movie = rating > usual ? model.model().movies().indexOf(profile.movieIds()[i]) : -1;
            if (movie >= 0) {
                all.ids[size] = profile.movieIds()[i];
                all.movies[size] = movie;
                all.ratings[size] = rating;
                all.weights[size++] = rating - usual;
            }
        }
        return new LikedMovies(Arrays.copyOf(all.ids, size), Arrays.copyOf(all.movies, size),
                Arrays.copyOf(all.ratings, size), Arrays.copyOf(all.weights, size));
    }

    /** Whether the model knows any movie that is liked; without, it knows nothing of what is. */
    static boolean any(Profile profile, LoadedModel model) {
        double usual = profile.usual();
        for (int i = 0; i < profile.size(); i++) {
            if (profile.ratings()[i] > usual && model.support(profile.movieIds()[i]) > 0) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return ids.length;
    }
}
