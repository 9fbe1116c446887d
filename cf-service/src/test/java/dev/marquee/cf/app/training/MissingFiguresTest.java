package dev.marquee.cf.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.app.models.ModelReport;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.testing.HarshRatings;
import dev.marquee.cf.testing.LowRankRatings;
import dev.marquee.cf.train.Algorithm;
import dev.marquee.cf.train.Role;
import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainResult;
import dev.marquee.cf.train.baseline.Biases;
import dev.marquee.cf.train.baseline.Mean;
import dev.marquee.cf.train.baseline.Popular;
import dev.marquee.cf.train.ials.Ials;
import org.junit.jupiter.api.Test;

class MissingFiguresTest {

    /** @param holdout share of the ratings to judge by; likewise validation, which the plan may ask for in vain */
    private static ModelReport report(Algorithm<?> algorithm, Role role, RatingMatrix all, double holdout,
            double validation, boolean inVain) {
        Split judged = Split.random(all, holdout, 1);
        Split chosen = Split.random(judged.train(), inVain ? 0 : validation, 2);
        TrainResult result = algorithm.estimator().train(chosen.train(),
                chosen.heldOut().size() == 0 ? null : chosen.heldOut(), TrainListener.NONE);
        Judgement judgement = Judgement.of(role, result, judged, 1, 20, TrainListener.NONE);
        return judgement.report(result, false, 1, MissingFigures.note(validation, judged, chosen, result, judgement));
    }

    @Test
    void whereNothingIsMissingThereIsNothingToTell() {
        RatingMatrix all = LowRankRatings.of(60, 50, 0.4, 3);
        ModelReport report = report(new Biases(), Role.RATING, all, 0.2, 0.2, false);
        assertNull(report.note());
        assertNotNull(report.validationValue());
        assertNotNull(report.ndcgAt10());
    }

    @Test
    void whereNoRatingIsHeldOutThereIsNoError() throws JsonProcessingException {
        RatingMatrix all = LowRankRatings.of(60, 50, 0.4, 3);
        ModelReport report = report(new Mean(), Role.RATING, all, 0, 0, false);
        assertNull(report.rmse());
        assertNull(report.mae());
        assertEquals(0, report.heldOut());
        assertEquals(
                "Trained without a validation value (marquee.training.validation is 0): its only epoch was run. No rating"
                        + " was held out, so the model could not be judged.",
                report.note());
        assertFalse(new ObjectMapper().writeValueAsString(report).contains("NaN"));
        assertNull(report(new Popular(), Role.RANKING, all, 0, 0, false).ndcgAt10());
    }

    @Test
    void whyThereIsNoValidationIsTold() {
        RatingMatrix harsh = HarshRatings.of(30, 20);
        assertEquals("Trained without a validation value (nobody liked a movie that was held out for it): all 16 epochs"
                + " were run. Nobody liked a movie that was held out, so its lists could not be judged.",
                report(new Ials(), Role.RANKING, harsh, 0.2, 0.2, false).note());
        assertEquals("Trained without a validation value (there are too few ratings to hold some out for it): all 16"
                + " epochs were run. Nobody liked a movie that was held out, so its lists could not be judged.",
                report(new Ials(), Role.RANKING, harsh, 0.2, 0.2, true).note());
    }
}
