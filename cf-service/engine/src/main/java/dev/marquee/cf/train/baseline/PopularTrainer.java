package dev.marquee.cf.train.baseline;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.Metric;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.support.Confidence;
import dev.marquee.cf.train.support.Course;
import dev.marquee.cf.train.support.RankingValidation;
import dev.marquee.cf.train.support.Workers;
import org.jspecify.annotations.Nullable;

/**
 * The same list for all: movies by how many rated them and how well. A movie's score is Σ s^c / (n + damping), with the
 * share s of {@link Confidence}: its mean, if the damping is 0, and the order of its number of good ratings, if the
 * damping is large. Thread-safe.
 */
final class PopularTrainer implements Trainer<PopularOptions> {

    @Override
    public TrainResult train(RatingMatrix train, @Nullable HeldOut validation, PopularOptions options,
            TrainListener listener) {
        Trainer.requireRatings(train);
        try (Workers workers = new Workers(options.workers(), listener)) {
            Course course = new Course(Metric.WEIGHTED_ERROR, RankingValidation.of(train, validation, workers), 1,
                    0, listener, "Import ratings that are smaller numbers.");
            float[] scores = new float[train.movies().size()];
            double error = score(train, options, scores, workers);
            course.epochDone(error, () -> Baselines.model(train, 0, new float[train.users().size()], scores));
            return course.result();
        }
    }

    /** @return the weighted error */
    private static double score(RatingMatrix train, PopularOptions options, float[] scores, Workers workers) {
        Confidence confidence = new Confidence(train.minRating(), train.maxRating(), options.confidence());
        Csr byMovie = train.byMovie();
        double errors = 0;
        double weights = 0;
        for (int movie = 0; movie < scores.length; movie++) {
            workers.checkCancelled();
            double sum = 0;
            for (int position = byMovie.start(movie); position < byMovie.end(movie); position++) {
                sum += confidence.of(byMovie.value(position));
            }
            scores[movie] = score(sum, byMovie.length(movie), options);
            errors += sum * (1 - scores[movie]) * (1 - scores[movie]);
            weights += sum;
        }
        return Math.sqrt(errors / weights);
    }

    private static float score(double sum, int ratings, PopularOptions options) {
        return ratings == 0 ? 0 : (float) (sum / (ratings + options.damping()));
    }

    /** Gives a movie the score of its own ratings. */
    static Folding folding(FactorModel model, PopularOptions options) {
        Confidence confidence = new Confidence(model.minRating(), model.maxRating(), options.confidence());
        return new Baselines.SameForAll(ratings -> {
            double sum = 0;
            for (float rating : ratings) {
                sum += confidence.of(rating);
            }
            return score(sum, ratings.length, options);
        });
    }
}
