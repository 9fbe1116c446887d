package dev.marquee.cf.train.ials;

import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.Metric;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.Trainer;
import dev.marquee.cf.train.solve.GramMatrix;
import dev.marquee.cf.train.solve.RowSolver;
import dev.marquee.cf.train.support.Confidence;
import dev.marquee.cf.train.support.Course;
import dev.marquee.cf.train.support.Factors;
import dev.marquee.cf.train.support.RankingValidation;
import dev.marquee.cf.train.support.RowQueue;
import dev.marquee.cf.train.support.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Matrix factorisation for ranking, by alternating least squares on implicit feedback (Hu, Koren, Volinsky 2008,
 * "Collaborative filtering for implicit feedback datasets"), with the loss and the frequency-scaled regularisation of
 * Rendle, Krichene, Zhang and Koren (2021, "Revisiting the performance of iALS on item recommendation benchmarks").
 *
 * <p>
 * That someone rated a movie is a sign of preference, the stronger the better the rating ({@link Confidence}); all
 * other pairs are weak signs of none. The model's score p_u·q_i is near 1 for what someone is likely to take, and no
 * number of stars. The best iteration is chosen by the NDCG@10 of held-out ratings ({@link RankingValidation}). The
 * model does not depend on the number of threads. Thread-safe.
 */
final class IalsTrainer implements Trainer<IalsOptions> {
    /** Ratings of one row between two looks at whether to stop. */
    private static final int CHECK_EVERY = 4096;

    @Override
    public TrainResult train(RatingMatrix train, @Nullable HeldOut validation, IalsOptions options,
            TrainListener listener) {
        Trainer.requireRatings(train);
        Factors factors = Factors.randomForRanking(train, options.factors(), options.seed());
        try (Workers workers = new Workers(options.workers(), listener)) {
            Course course = course(RankingValidation.find(train, validation, workers), options, listener);
            return new Run(train, options, factors, workers, course).toEnd();
        }
    }

    static Course course(@Nullable RankingValidation validation, IalsOptions options, TrainListener listener) {
        return new Course(Metric.WEIGHTED_ERROR, RankingValidation.validation(validation), options.iterations(),
                options.patience(), listener, "Raise regularization (now " + options.regularization() + ").");
    }

    static Confidence confidence(RatingMatrix train, IalsOptions options) {
        return new Confidence(train.minRating(), train.maxRating(), options.confidence());
    }

    /** What predicting no preference at all would cost. */
    static double weights(RatingMatrix train, IalsOptions options, Workers workers) {
        Confidence confidence = confidence(train, options);
        double sum = 0;
        for (int position = 0; position < train.size(); position++) {
            if (position % CHECK_EVERY == 0) {
                workers.checkCancelled();
            }
            sum += confidence.of(train.byUser().value(position));
        }
        return sum;
    }

    /** One training's state. */
    private record Run(RatingMatrix train, IalsOptions options, Factors factors, Workers workers, Course course) {

        TrainResult toEnd() {
            try {
                iterate();
            } catch (RowSolver.Unsolvable e) {
                throw course.failed(e.getMessage());
            }
            return course.result();
        }

        private void iterate() {
            RowQueue users = new RowQueue(train.byUser());
            RowQueue movies = new RowQueue(train.byMovie());
            course.begin(factors.state(), factors::toModel);
            GramMatrix movieGram = gram(factors.userSide());
            double weights = weights(train, options, workers);
            boolean more = true;
            while (more) {
                solve(train.byUser(), users, factors.userSide(), movieGram);
                GramMatrix userGram = gram(factors.movieSide());
                solve(train.byMovie(), movies, factors.movieSide(), userGram);
                movieGram = gram(factors.userSide());
                double unobserved = options.unobservedWeight() * userGram.product(movieGram);
                more = course.epochDone(Math.sqrt((observed() + unobserved) / weights), factors::toModel);
            }
        }

        private GramMatrix gram(Factors.Side side) {
            return GramMatrix.of(side.otherFactors(), options.factors(), workers);
        }

        private void solve(Csr ratings, RowQueue rows, Factors.Side side, GramMatrix gram) {
            Confidence confidence = confidence(train, options);
            rows.forEach(workers, () -> {
                ImplicitRowSolver solver = new ImplicitRowSolver(gram, options.unobservedWeight());
                return row -> {
                    solver.begin();
                    for (int position = ratings.start(row); position < ratings.end(row); position++) {
                        solver.add(side.otherFactors(), ratings.index(position) * options.factors(),
                                confidence.of(ratings.value(position)));
                        if (position % CHECK_EVERY == 0) {
                            workers.checkCancelled();
                        }
                    }
                    solver.solve(options.lambda(ratings.length(row), ratings.columns()), side.factors(),
                            row * options.factors());
                };
            });
        }

        private double observed() {
            Confidence confidence = confidence(train, options);
            return factors.sum(train, workers,
                    (rating, score) -> confidence.of(rating) * (1 - score) * (1 - score));
        }
    }
}
