package dev.marquee.cf.check.stage;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.check.data.DataShape;
import dev.marquee.cf.check.data.GeneratedRatings;
import dev.marquee.cf.check.data.RatingFolder;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.TrainProgress;
import dev.marquee.cf.train.TrainResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Whole trainings with the default options, judged by ratings held out, beside the same on the CPU engine: on generated
 * ratings with taste in them, and on MovieLens where it is at hand.
 *
 * <p>
 * The figures may differ by {@value #TOLERANCE}, which is less than what counts: a mistake in a kernel costs far more,
 * and another seed moves the figure of the CPU engine itself by about as much. That is shown beside.
 */
final class QualityStage {
    static final double TOLERANCE = 0.001;
    private static final int SECONDS = 200;
    private static final double HELD_OUT = 0.1;
    private static final int QUICK_FACTORS = 16;
    private static final DataShape GENERATED = new DataShape(400_000, 4_000, 1_682, 1_682);
    private static final DataShape QUICK = new DataShape(60_000, 1_000, 600, 600);

    private QualityStage() {}

    static void run(StageRun run) {
        boolean quick = run.conditions().quick();
        each(run, "generated", () -> GeneratedRatings.of(quick ? QUICK : GENERATED, 1));
        if (!run.conditions().data().toString().isEmpty()) {
            files(run).forEach((name, file) -> each(run, name, () -> RatingFolder.read(file)));
        }
    }

    private static Map<String, Path> files(StageRun run) {
        try {
            return RatingFolder.files(run.conditions().data());
        } catch (IOException e) {
            run.part("data", SECONDS, part -> {
                throw e;
            });
            return Map.of();
        }
    }

    /** Where ratings are from. */
    private interface Source {
        RatingMatrix read() throws IOException;
    }

    private static void each(StageRun run, String data, Source source) {
        Split[] split = new Split[1];
        for (Algorithm<?> algorithm : Algorithms.ALL) {
            if (algorithm.deviceTrainer().isPresent()) {
                run.part(algorithm.id() + " " + data, SECONDS, part -> {
                    if (split[0] == null) {
                        split[0] = Split.random(source.read(), HELD_OUT, 1);
                    }
                    compare(part, algorithm, split[0], run.conditions());
                });
            }
        }
    }

    private static void compare(Part part, Algorithm<?> algorithm, Split split, Conditions conditions) {
        TrainResult there = train(part, algorithm, split, conditions, conditions.device().word());
        TrainProgress found = best(there);
        part.fact("ratings", split.train().size() + split.heldOut().size()).fact("metric", name(found))
                .fact("device", found.validation()).fact("deviceEpochs", there.bestEpoch());
        TrainResult here = train(part, algorithm, split, conditions, "cpu");
        TrainProgress expected = best(here);
        double difference = found.validation() - expected.validation();
        part.fact("cpu", expected.validation()).fact("cpuEpochs", here.bestEpoch()).fact("difference", difference);
        part.say("%s %.5f in %d epochs, on the CPU %.5f in %d, difference %.5f", name(found), found.validation(),
                there.bestEpoch(), expected.validation(), here.bestEpoch(), difference);
        Part.require(Math.abs(difference) <= TOLERANCE, "the difference is more than %.4f", TOLERANCE);
    }

    private static String name(TrainProgress progress) {
        return progress.validationMetric().id();
    }

    private static TrainProgress best(TrainResult result) {
        return result.history().get(result.bestEpoch() - 1);
    }

    private static TrainResult train(Part part, Algorithm<?> algorithm, Split split, Conditions conditions,
            String device) {
        Map<String, Object> set = new HashMap<>(Map.of("device", device));
        if (conditions.quick()) {
            set.put("factors", QUICK_FACTORS);
        }
        return algorithm.estimator().with(set).train(split.train(), split.heldOut(), new EpochTimes(part));
    }
}
