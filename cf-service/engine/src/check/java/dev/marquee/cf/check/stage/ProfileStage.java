package dev.marquee.cf.check.stage;

import dev.marquee.cf.check.data.GeneratedRatings;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/**
 * Where the time of a training's second epoch goes, kernel by kernel, each waited for. The sum is more than the epoch
 * takes without waiting, and what is missing to the whole is the host's.
 */
final class ProfileStage {
    private static final int SECONDS = 30;

    private ProfileStage() {}

    static void run(StageRun run) {
        RatingMatrix[] ratings = new RatingMatrix[1];
        List<Row> rows = new ArrayList<>(Row.STARS);
        rows.addAll(Row.LISTS);
        for (Row row : rows) {
            if (row.algorithm().isEmpty()) {
                continue;
            }
            if (!row.missingOnDevice().isEmpty()) {
                run.skip(row.name(), row.missingOnDevice());
                continue;
            }
            run.part(row.name(), SECONDS, part -> {
                if (ratings[0] == null) {
                    ratings[0] = GeneratedRatings.of(run.conditions().large(), 1);
                }
                profile(part, row, ratings[0], run.conditions());
            });
        }
    }

    private static void profile(Part part, Row row, RatingMatrix ratings, Conditions conditions) {
        ProfiledDevice device = new ProfiledDevice(conditions.open());
        long[] start = new long[1];
        try {
            OnDevice.train(row.estimator().forEpochs(2), () -> device, ratings, null, new TrainListener() {
                @Override
                public void progress(TrainProgress progress) {
                    if (progress.epoch() == 1) {
                        device.forget();
                        start[0] = System.nanoTime();
                    } else {
                        tell(part, row, device, Figures.seconds(start[0]), ratings.size());
                    }
                }

                @Override
                public boolean cancelled() {
                    return part.late();
                }
            });
        } catch (CancellationException e) {
            part.say("it was stopped near its time limit");
            tell(part, row, device, start[0] == 0 ? Double.NaN : Figures.seconds(start[0]), ratings.size());
        }
    }

    private static void tell(Part part, Row row, ProfiledDevice device, double seconds, int ratings) {
        double kernels = device.spent().stream().mapToDouble(ProfiledDevice.Spent::seconds).sum();
        part.fact("row", row.name()).fact("ratings", ratings).fact("factors", row.factors())
                .fact("epochSeconds", seconds).fact("kernelSeconds", kernels).fact("takenBytes", device.takenBytes());
        String whole = Double.isNaN(seconds)
                ? "a part of an epoch"
                : String.format(Locale.ROOT, "an epoch %.4f s", seconds);
        part.say("%,d ratings, k = %d: %s, its kernels %.4f s", ratings, row.factors(), whole, kernels);
        for (ProfiledDevice.Spent each : device.spent()) {
            part.fact(each.kernel() + ".launches", each.launches()).fact(each.kernel() + ".seconds", each.seconds());
            part.say("%s %.4f s in %,d", each.kernel(), each.seconds(), each.launches());
        }
    }
}
