package dev.marquee.cf.eval;

import dev.marquee.cf.index.Asked;
import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import org.jspecify.annotations.Nullable;

/**
 * What a model of one division is asked.
 *
 * @param told how many ratings of each newcomer are folded into the model first; {@code null}: the users are those of
 *            the training
 * @param asked the users who are asked about, with the ratings that are known of them; and when they want lists
 * @param heldOut what is to be predicted, of the same users
 */
public record Exam(@Nullable Integer told, Asked asked, HeldOut heldOut) {

    static Exam of(Split split) {
        return new Exam(null, Asked.inTheSitting(split.train()), split.heldOut());
    }

    /** By date: nobody asks before the last of the training. */
    static Exam byTime(Split split) {
        return new Exam(null, Asked.atTheEnd(split.train()), split.heldOut());
    }

    static Exam of(int told, Split split) {
        return new Exam(told, Asked.inTheSitting(split.train()), split.heldOut());
    }

    RatingMatrix known() {
        return asked.known();
    }

    /** A measure's name among those of other exams, such as {@code ndcg@10 told 3}. */
    String name(String measure) {
        return told == null ? measure : named(measure, told);
    }

    static String named(String measure, int told) {
        return measure + " told " + told;
    }
}
