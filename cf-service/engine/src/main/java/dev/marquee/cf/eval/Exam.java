package dev.marquee.cf.eval;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import org.jspecify.annotations.Nullable;

/**
 * What a model of one division is asked.
 *
 * @param told how many ratings of each newcomer are folded into the model first; {@code null}: the users are those of
 *            the training
 * @param known the ratings that are known of the users who are asked about
 * @param heldOut what is to be predicted, of the same users
 */
public record Exam(@Nullable Integer told, RatingMatrix known, HeldOut heldOut) {

    static Exam of(Split split) {
        return new Exam(null, split.train(), split.heldOut());
    }

    static Exam of(int told, Split split) {
        return new Exam(told, split.train(), split.heldOut());
    }

    /** A measure's name among those of other exams, such as {@code ndcg@10 told 3}. */
    String name(String measure) {
        return told == null ? measure : named(measure, told);
    }

    static String named(String measure, int told) {
        return measure + " told " + told;
    }
}
