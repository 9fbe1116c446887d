package dev.marquee.cf.train.lists;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.ItemWeights;
import dev.marquee.cf.model.ListTables;
import dev.marquee.cf.train.support.Confidence;
import java.util.stream.IntStream;

/**
 * Counts what a final score is to know of movies. Stateless, thread-safe.
 */
final class Tables {
    /** Of the ratings, by time, those that say what is popular lately. */
    private static final double LATE = 0.1;
    /** So many more ratings, of the mean of all, does each movie's quality count. */
    private static final double QUALITY_WEIGHT = 3;

    private Tables() {}

    /** @param stars a model of stars */
    static ListTables of(RatingMatrix train, FactorModel stars, ItemWeights items) {
        int movies = train.movies().size();
        float[] popularity = new float[movies];
        float[] quality = new float[movies];
        Csr byMovie = train.byMovie();
        Confidence share = new Confidence(train.minRating(), train.maxRating(), 1);
        double usual = share.of((float) train.mean());
        for (int movie = 0; movie < movies; movie++) {
            double sum = QUALITY_WEIGHT * usual;
            for (int position = byMovie.start(movie); position < byMovie.end(movie); position++) {
                sum += share.of(byMovie.value(position));
            }
            popularity[movie] = (float) Math.log((byMovie.length(movie) + 1.0) / train.size());
            quality[movie] = (float) (sum / (byMovie.length(movie) + QUALITY_WEIGHT));
        }
        return new ListTables(popularity, trend(train), quality, stars.mean(), stars.allMovieBiases(),
                stars.allMovieFactors(), items);
    }

    private static float[] trend(RatingMatrix train) {
        int movies = train.movies().size();
        float[] trend = new float[movies];
        if (!train.hasTimes()) {
            return trend;
        }
        long[] times = IntStream.range(0, train.size()).mapToLong(train::epochSeconds).sorted().toArray();
        long late = times[(int) (times.length * (1 - LATE))];
        int[] counts = new int[movies];
        int all = 0;
        for (int position = 0; position < train.size(); position++) {
            if (train.epochSeconds(position) > late) {
                counts[train.byUser().index(position)]++;
                all++;
            }
        }
        for (int movie = 0; movie < movies; movie++) {
            double lately = (counts[movie] + 1.0) / (all + movies);
            double ever = (train.byMovie().length(movie) + 1.0) / (train.size() + movies);
            trend[movie] = (float) Math.log(lately / ever);
        }
        return trend;
    }
}
