package dev.marquee.cf.app.training;

import dev.marquee.cf.matrix.Split;
import dev.marquee.cf.train.TrainProgress;
import dev.marquee.cf.train.TrainResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a training found on the way, and which of its model's figures do not exist, and why: a few ratings, or ratings
 * of people who like nothing, may leave nothing to judge by. The model is trained all the same.
 */
final class MissingFigures {
    private MissingFigures() {}

    /**
     * @param validation share of the ratings that was to be held out for it
     * @param judged the ratings that are known, and those to judge the model by
     * @param chosen the ratings that it learnt from, and those that the number of epochs was to be chosen by
     * @return sentences; {@code null} where there is nothing to tell
     */
    static @Nullable String note(double validation, Split judged, Split chosen, TrainResult result,
            Judgement judgement) {
        List<String> sentences = new ArrayList<>();
        if (result.note() != null) {
            sentences.add(result.note());
        }
        TrainProgress last = result.history().getLast();
        if (Double.isNaN(last.validation())) {
            sentences.add("Trained without a validation value (" + why(validation, chosen) + "): "
                    + (last.epochs() == 1 ? "its only epoch was run." : "all " + last.epochs() + " epochs were run."));
        }
        if (judged.heldOut().size() == 0) {
            sentences.add("No rating was held out, so the model could not be judged.");
        } else if (judgement.lists().lists() == 0) {
            sentences.add("Nobody liked a movie that was held out, so its lists could not be judged.");
        }
        return sentences.isEmpty() ? null : String.join(" ", sentences);
    }

    private static String why(double validation, Split chosen) {
        if (validation == 0) {
            return "marquee.training.validation is 0";
        }
        return chosen.heldOut().size() == 0
                ? "there are too few ratings to hold some out for it"
                : "nobody liked a movie that was held out for it";
    }
}
