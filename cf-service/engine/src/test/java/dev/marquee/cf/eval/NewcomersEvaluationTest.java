package dev.marquee.cf.eval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.RatingMatrixBuilder;
import dev.marquee.cf.measure.RankingProtocol;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.testing.HeldRatings;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.TrainListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NewcomersEvaluationTest {
    private static final DivisionOptions OPTIONS = new DivisionOptions(0.25, 5, 1, List.of(0, 1, 3));

    /** Of 60 users; a movie is the rarer the larger its id, and users with odd ids like odd movies. */
    private static RatingMatrix ratings(Function<Integer, Float> stars) {
        Random random = new Random(3);
        RatingMatrixBuilder builder = RatingMatrix.builder();
        for (int user = 1; user <= 60; user++) {
            for (int movie = 1; movie <= 40; movie++) {
                if (random.nextInt(20 + movie) < 14) {
                    builder.add(user, 1000 - movie, (user + movie) % 2 == 0 ? stars.apply(user) : 2, 0);
                }
            }
        }
        return builder.build();
    }

    private static Division division(RatingMatrix ratings) {
        return new Divider(new HeldRatings(ratings), OPTIONS).divisions(Protocol.NEWCOMERS, 5).getFirst().get();
    }

    private static Estimator<?> small(Algorithm<?> algorithm) {
        return switch (algorithm.id()) {
            case "mean", "biases", "popular" -> algorithm.estimator();
            case "bpmf" -> algorithm.estimator().with(Map.of("factors", 3, "sweeps", 6, "burnIn", 2));
            case "sgd" -> algorithm.estimator().with(Map.of("factors", 4, "epochs", 4, "threads", 1));
            case "hybrid" -> algorithm.estimator().with(
                    Map.of("factors", 3, "sweeps", 6, "foldSweeps", 4, "folds", 2, "trees", 5, "threads", 1));
            default -> algorithm.estimator().with(Map.of("factors", 4, "iterations", 3));
        };
    }

    /** Other ratings of the newcomers change no model: none of theirs, nor the users themselves, is trained on. */
    @Test
    void nothingOfANewcomerReachesTheTraining() {
        Division before = division(ratings(user -> 5f));
        RatingMatrix train = before.train();
        Division after = division(ratings(user -> train.users().contains(user) ? 5f : 3f));
        assertTrue(before.train().users().size() < 55);
        assertFalse(IntStream.range(0, before.test().size()).allMatch(i -> before.test().rating(i) == after.test()
                .rating(i)));
        for (Algorithm<?> algorithm : Algorithms.trainable()) {
            FactorModel first = model(algorithm, before);
            FactorModel second = model(algorithm, after);
            assertArrayEquals(first.allMovieFactors(), second.allMovieFactors(), algorithm.id());
            assertArrayEquals(first.allMovieBiases(), second.allMovieBiases(), algorithm.id());
            assertEquals(before.train().users().size(), first.users().size());
        }
    }

    private static FactorModel model(Algorithm<?> algorithm, Division division) {
        return small(algorithm).train(division.train(), null, TrainListener.NONE).model();
    }

    /**
     * What is told and what is tested is the same for all of them, and at no rating all lists are of what is popular.
     */
    @Test
    void everyAlgorithmIsAskedTheSame() {
        Evaluation evaluation = Evaluation.of(new HeldRatings(ratings(user -> 5f)), Protocol.NEWCOMERS, OPTIONS,
                RankingProtocol.DEFAULTS, List.of(5L));
        Comparison comparison = new Comparison();
        EvaluationReport popular = evaluation.report(small(Algorithms.named("popular")), false, comparison, run -> {});
        assertEquals(0, popular.runs().getFirst().unknown());
        for (String id : List.of("ials", "als", "sgd", "bpmf", "mean", "biases")) {
            EvaluationReport report = evaluation.report(small(Algorithms.named(id)), false, comparison, run -> {});
            EvaluationRun run = report.runs().getFirst();
            assertEquals(popular.runs().getFirst().tested(), run.tested(), id);
            assertEquals(popular.runs().getFirst().lists(), run.lists(), id);
            if (!id.equals("biases")) {
                assertTrue(run.unknown() > 5, id);
                assertEquals(popular.metrics().get("ndcg@10 told 0").mean(), run.metrics().get("ndcg@10 told 0"), id);
                assertEquals(0, report.differences().get("recall@20 told 0").mean(), id);
            }
            assertEquals(!id.equals("ials"), run.metrics().containsKey("rmse told 3"), id);
        }
    }

    @Test
    void aFigureWithoutANumberIsTheMeanOfTheNumbersTold() {
        EvaluationRun run = Evaluation.run(small(Algorithms.named("als")), division(ratings(user -> 5f)),
                RankingProtocol.DEFAULTS, 5).run();
        assertEquals((run.metrics().get("rmse told 0") + run.metrics().get("rmse told 1")
                + run.metrics().get("rmse told 3")) / 3, run.metrics().get("rmse"), 1e-12);
        assertEquals("rmse", run.metrics().firstEntry().getKey());
    }

    /** Some measures have a blank in their names. */
    @Test
    void aFigureOfTwoWordsIsTheMeanOfTheNumbersToldToo() {
        Examiner examiner = new Examiner(Algorithms.named("als").estimator(), division(ratings(user -> 5f)).train(),
                RankingProtocol.DEFAULTS);
        examiner.metrics().put("rmse told 0", 3.0);
        examiner.metrics().put("rmse untimed told 0", 1.0);
        examiner.metrics().put("rmse told 3", 5.0);
        examiner.metrics().put("rmse untimed told 3", 2.0);
        examiner.sumUp(List.of(0, 3));
        assertEquals(4, examiner.metrics().get("rmse"));
        assertEquals(1.5, examiner.metrics().get("rmse untimed"));
        assertEquals(List.of("rmse", "rmse untimed", "rmse told 0"),
                examiner.metrics().keySet().stream().limit(3).toList());
    }

    /** The mean of 4.0 for all: a root of the squares of what is tested, counted here. */
    @Test
    void errorsAreOfAllRatingsThatAreNotTold() {
        Division division = division(ratings(user -> 5f));
        EvaluationRun run = Evaluation.run(small(Algorithms.named("mean")), division, RankingProtocol.DEFAULTS, 5)
                .run();
        int tested = 0;
        for (Supplier<Exam> next : division.exams()) {
            Exam exam = next.get();
            double squares = 0;
            for (int i = 0; i < exam.heldOut().size(); i++) {
                squares += Math.pow(exam.heldOut().rating(i) - division.train().mean(), 2);
            }
            assertEquals(Math.sqrt(squares / exam.heldOut().size()), run.metrics().get(exam.name("rmse")), 1e-6);
            tested += exam.heldOut().size();
        }
        assertEquals(tested, run.tested());
    }

    /** Most popular, counted by hand: lists of the movies with the most ratings, without those that were told. */
    @Test
    void whatIsPopularMatchesACount() {
        Division division = division(ratings(user -> 5f));
        Estimator<?> counting = Algorithms.named("popular").estimator().with(Map.of("confidence", 0));
        EvaluationRun run = Evaluation.run(counting, division, RankingProtocol.DEFAULTS, 5).run();
        for (Supplier<Exam> next : division.exams()) {
            Exam exam = next.get();
            assertEquals(counted(division.train(), exam.known().byUser(), exam.heldOut()),
                    run.metrics().get(exam.name("ndcg@10")), 1e-9, "told " + exam.told());
        }
    }

    private static double counted(RatingMatrix train, Csr told, HeldOut heldOut) {
        List<Double> ndcgs = new ArrayList<>();
        for (int user = 0; user < told.rows(); user++) {
            int of = user;
            List<Integer> liked = IntStream.range(0, heldOut.size())
                    .filter(i -> heldOut.user(i) == of && heldOut.rating(i) >= 4).mapToObj(heldOut::movie).toList();
            List<Integer> list = IntStream.range(0, train.movies().size()).boxed()
                    .filter(movie -> told.find(of, movie) < 0)
                    .sorted(Comparator.comparingInt((Integer movie) -> -train.byMovie().length(movie))).limit(10)
                    .toList();
            double gain = 0;
            double most = 0;
            for (int rank = 0; rank < list.size(); rank++) {
                double discount = Math.log(2) / Math.log(rank + 2);
                gain += liked.contains(list.get(rank)) ? discount : 0;
                most += rank < liked.size() ? discount : 0;
            }
            if (!liked.isEmpty()) {
                ndcgs.add(gain / most);
            }
        }
        return ndcgs.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
