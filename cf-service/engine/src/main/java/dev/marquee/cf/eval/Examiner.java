package dev.marquee.cf.eval;

import dev.marquee.cf.device.Device;
import dev.marquee.cf.matrix.Csr;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.measure.Calibration;
import dev.marquee.cf.measure.CalibrationBand;
import dev.marquee.cf.measure.Candidates;
import dev.marquee.cf.measure.Predictions;
import dev.marquee.cf.measure.RankingProtocol;
import dev.marquee.cf.measure.RankingScores;
import dev.marquee.cf.measure.RatingErrors;
import dev.marquee.cf.measure.Tally;
import dev.marquee.cf.model.FactorModel;
import dev.marquee.cf.model.UserVector;
import dev.marquee.cf.train.Estimator;
import dev.marquee.cf.train.Folding;
import dev.marquee.cf.train.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Asks one model all exams of a division, and keeps the figures. Used once.
 */
final class Examiner {
    /** Root of the mean squared error of predictions that do not know the time of a rating. */
    private static final String UNTIMED = "rmse untimed";

    private final Estimator<?> estimator;
    private final RatingMatrix train;
    private final RankingProtocol ranking;
    private final SequencedMap<String, Double> metrics = new LinkedHashMap<>();
    private final List<Tally> tallies = new ArrayList<>();
    private final List<List<CalibrationBand>> calibration = new ArrayList<>();
    private int tested;
    private int lists;
    private int unknown;

    /** @param train what the model was trained on */
    Examiner(Estimator<?> estimator, RatingMatrix train, RankingProtocol ranking) {
        this.estimator = estimator;
        this.train = train;
        boolean ranks = estimator.algorithm().roles().contains(Role.RANKING);
        this.ranking = ranks ? ranking.withDamping(0) : ranking;
    }

    SequencedMap<String, Double> metrics() {
        return metrics;
    }

    List<Tally> tallies() {
        return tallies;
    }

    List<CalibrationBand> calibration() {
        return CalibrationBand.pooled(calibration);
    }

    int tested() {
        return tested;
    }

    int lists() {
        return lists;
    }

    int unknown() {
        return unknown;
    }

    void ask(FactorModel model, Exam exam) {
        FactorModel asked = exam.told() == null ? model : folded(model, estimator.folding(model), exam.known());
        if (estimator.algorithm().roles().contains(Role.RATING)) {
            float[] predicted = Predictions.timed(asked, exam.known(), exam.heldOut());
            RatingErrors errors = RatingErrors.of(predicted, exam.heldOut());
            metrics.put(exam.name("rmse"), errors.rmse());
            metrics.put(exam.name("mae"), errors.mae());
            if (asked.sittings().isPresent() || asked.secondStage().isPresent()) {
                metrics.put(exam.name(UNTIMED), RatingErrors.of(asked, exam.known(), exam.heldOut()).rmse());
            }
            calibration.add(Calibration.of(asked, exam.known(), train, exam.heldOut()));
            tallies.add(RatingErrors.byUser(asked, predicted, exam.heldOut()).renamed(exam::name));
        }
        RankingScores scores = lists(asked, exam);
        scores.values().forEach((measure, value) -> metrics.put(exam.name(measure), value));
        tallies.add(scores.byUser().renamed(exam::name));
        tested += exam.heldOut().size();
        lists += scores.lists();
        unknown += scores.unknown();
    }

    /** Made where the model was trained. */
    private RankingScores lists(FactorModel model, Exam exam) {
        Optional<Device> device = ranking.candidates() == Candidates.FULL
                ? estimator.openDevice()
                : Optional.empty();
        try {
            return RankingScores.of(model, exam.asked(), train, exam.heldOut(), ranking, device, () -> {});
        } finally {
            device.ifPresent(Device::close);
        }
    }

    /** The model with newcomers for its users, as the service folds them in. */
    static FactorModel folded(FactorModel model, Folding folding, RatingMatrix told) {
        int users = told.users().size();
        int[] counts = new int[users];
        float[] biases = new float[users];
        float[] factors = new float[Math.multiplyExact(users, model.factors())];
        Csr byUser = told.byUser();
        for (int user = 0; user < users; user++) {
            long[] movies = new long[byUser.length(user)];
            float[] ratings = new float[movies.length];
            counts[user] = movies.length;
            for (int i = 0; i < movies.length; i++) {
                movies[i] = told.movies().idOf(byUser.index(byUser.start(user) + i));
                ratings[i] = byUser.value(byUser.start(user) + i);
            }
            UserVector vector = folding.user(movies, ratings);
            biases[user] = vector.bias();
            System.arraycopy(vector.factors(), 0, factors, user * model.factors(), model.factors());
        }
        FactorModel folded = new FactorModel(told.users(), model.movies(), model.factors(), model.mean(),
                model.minRating(), model.maxRating(), biases, model.allMovieBiases(), factors,
                model.allMovieFactors());
        FactorModel sure = model.uncertainty().map(known -> folded.with(known.ofTold(counts))).orElse(folded);
        FactorModel second = model.secondStage().map(sure::with).orElse(sure);
        return model.finalScore().map(second::with).orElse(second);
    }

    /** Adds, with several exams, each measure's mean over them, under its own name. */
    void sumUp(List<Integer> told) {
        String ending = Exam.named("", told.getFirst());
        List<String> names = metrics.keySet().stream().filter(name -> name.endsWith(ending))
                .map(name -> name.substring(0, name.length() - ending.length())).toList();
        SequencedMap<String, Double> means = new LinkedHashMap<>();
        names.forEach(name -> means.put(name, told.stream()
                .mapToDouble(count -> metrics.getOrDefault(Exam.named(name, count), Double.NaN)).average()
                .orElseThrow()));
        SequencedMap<String, Double> single = new LinkedHashMap<>(metrics);
        metrics.clear();
        metrics.putAll(means);
        metrics.putAll(single);
    }
}
