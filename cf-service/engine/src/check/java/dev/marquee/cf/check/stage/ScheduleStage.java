package dev.marquee.cf.check.stage;

import dev.marquee.cf.check.data.DataShape;
import dev.marquee.cf.check.data.GeneratedRatings;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.train.sgd.SgdSchedule;

/** What an epoch of SGD asks of a device: figures that need none. */
final class ScheduleStage {
    private static final int FACTORS = 64;
    private static final int SECONDS = 60;

    private ScheduleStage() {}

    static void run(StageRun run) {
        // Large in a rehearsal, too: no device has to follow.
        int most = run.conditions().ratings();
        DataShape shape = most > 0 ? DataShape.ofRatings(most) : DataShape.ML_25M;
        RatingMatrix[] ratings = new RatingMatrix[1];
        for (boolean drawn : new boolean[]{false, true}) {
            run.part(drawn ? "sgd-prior" : "sgd", SECONDS, part -> {
                if (ratings[0] == null) {
                    ratings[0] = GeneratedRatings.of(shape, 1);
                }
                tell(part, ratings[0].size(), SgdSchedule.of(ratings[0], FACTORS, drawn, 1));
            });
        }
    }

    private static void tell(Part part, int ratings, SgdSchedule schedule) {
        part.fact("ratings", ratings).fact("factors", FACTORS).fact("rounds", schedule.rounds())
                .fact("leastRatingsPerRound", schedule.leastRatings()).fact("ratingsPerRound", schedule.meanRatings())
                .fact("workGroupsPerRound", schedule.workGroups()).fact("movesPerRating", schedule.movesPerRating())
                .fact("bytesPerRating", schedule.bytesPerRating());
        part.say("%,d ratings, k = %d: %,d rounds one after the other of %,.0f ratings (at least %,d) and %,.0f"
                + " work-groups; %.2f rows move, and the rounds read and write %.0f bytes, for each rating", ratings,
                FACTORS,
                schedule.rounds(), schedule.meanRatings(), schedule.leastRatings(), schedule.workGroups(),
                schedule.movesPerRating(), schedule.bytesPerRating());
    }
}
