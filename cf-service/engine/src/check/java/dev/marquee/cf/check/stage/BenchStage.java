package dev.marquee.cf.check.stage;

import dev.marquee.cf.check.data.DataShape;
import dev.marquee.cf.check.data.GeneratedRatings;
import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.Estimator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * The table of benchmarks on generated ratings: seconds of an epoch, and of a search for the best ten movies of all
 * users. Medians; the first epoch, which holds the preparation, is left out. The rows of the CPU engine come last of
 * all, while there is time. Rows that are not done in time are a failure of a card only.
 */
final class BenchStage {
    private static final String CPU = "cpu";
    private static final int SEED = 1;
    private static final int EPOCHS = 6;
    private static final int FEW_EPOCHS = 3;
    private static final int DEVICE_SECONDS = 60;
    private static final int CPU_SECONDS = 90;

    private final StageRun run;
    private final boolean cpu;
    private DataShape held = new DataShape(20, 1, 1, 1);
    private RatingMatrix ratings = RatingMatrix.builder().build();

    private BenchStage(StageRun run, boolean cpu) {
        this.run = run;
        this.cpu = cpu;
    }

    static void small(StageRun run) {
        new BenchStage(run, false).rows(run.conditions().small(), Row.STARS);
    }

    static void large(StageRun run) {
        new BenchStage(run, false).rows(run.conditions().large(), Row.STARS);
    }

    static void lists(StageRun run) {
        new BenchStage(run, false).rows(run.conditions().lists(), Row.LISTS);
    }

    /** All, on the CPU engine, the small ones first. */
    static void onCpu(StageRun run) {
        BenchStage bench = new BenchStage(run, true);
        bench.rows(run.conditions().small(), Row.STARS);
        bench.rows(run.conditions().large(), Row.STARS);
        bench.rows(run.conditions().lists(), Row.LISTS);
    }

    private void rows(DataShape shape, List<Row> rows) {
        for (Row row : rows) {
            String name = cpu ? row.name() + " " + shape.ratings() : row.name();
            String missing = cpu ? "" : row.missingOnDevice();
            if (missing.isEmpty()) {
                run.part(name, cpu ? CPU_SECONDS : DEVICE_SECONDS, part -> measure(part, row, shape));
            } else {
                run.skip(name, missing);
            }
        }
    }

    private void measure(Part part, Row row, DataShape shape) {
        if (!held.equals(shape)) {
            long start = System.nanoTime();
            ratings = GeneratedRatings.of(shape, SEED);
            held = shape;
            part.fact("generatingSeconds", Figures.seconds(start));
        }
        part.fact("row", row.name()).fact("ratings", shape.ratings()).fact("factors", row.factors())
                .fact("engine", cpu ? CPU : "device").fact("wanted", row.wanted());
        boolean done = row.algorithm().isEmpty()
                ? new TopTen(ratings, row.factors()).measure(part, cpu ? null : run.conditions())
                : train(part, row);
        if (!done && !onCard()) {
            throw new Part.Skipped("not done in time");
        }
        Part.require(done, "it was not done in time");
    }

    private boolean onCard() {
        return !cpu && run.conditions().chosen().info().map(DeviceInfo::gpu).orElse(false);
    }

    /** @return whether there was time */
    private boolean train(Part part, Row row) {
        Estimator<?> estimator = row.estimator().forEpochs(cpu || run.conditions().quick() ? FEW_EPOCHS : EPOCHS);
        if (estimator.algorithm().deviceTrainer().isPresent()) {
            estimator = estimator.with(Map.of("device", cpu ? CPU : run.conditions().device().word()));
        }
        EpochTimes times = new EpochTimes(part);
        try {
            estimator.train(ratings, null, times);
        } catch (CancellationException e) {
            part.fact("stopped", true);
        }
        if (times.seconds().size() > 1) {
            figures(part, row, times.seconds());
        }
        return times.seconds().size() > 1;
    }

    private void figures(Part part, Row row, List<Double> times) {
        double seconds = Figures.median(times.subList(1, times.size()));
        part.fact("epochs", times.size()).fact("firstSeconds", times.getFirst()).fact("seconds", seconds)
                .fact("perSecond", ratings.size() / seconds);
        if (row.name().equals("als")) {
            double rows = ratings.users().size() + (double) ratings.movies().size();
            part.fact("multiplyAdds", 2.0 * ratings.size() * RatesStage.normalSteps(row.factors())
                    + rows * Math.pow(row.factors(), 3) / 6);
        }
        part.say("%,d ratings, k = %d: %.4f s an epoch, %.1f M ratings/s; the first took %.2f s", ratings.size(),
                row.factors(), seconds, ratings.size() / seconds / 1e6, times.getFirst());
    }
}
