package dev.marquee.cf.eval;

import dev.marquee.cf.matrix.HeldOut;
import dev.marquee.cf.matrix.Newcomers;
import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.cf.matrix.Split;
import java.util.List;
import java.util.function.Supplier;

/**
 * Data divided for one run.
 *
 * @param name such as {@code u1}
 * @param exams one or more, made when they are asked for
 */
public record Division(String name, RatingMatrix train, List<Supplier<Exam>> exams) {

    static Division of(String name, RatingMatrix train, HeldOut test) {
        return of(name, new Split(train, test));
    }

    static Division of(String name, Split split) {
        return new Division(name, split.train(), List.of(() -> Exam.of(split)));
    }

    static Division byTime(String name, Split split) {
        return new Division(name, split.train(), List.of(() -> Exam.byTime(split)));
    }

    /** @param told how many ratings of each newcomer are told, in one exam after the other */
    static Division of(String name, Newcomers users, List<Integer> told, long seed) {
        return new Division(name, users.train(), told.stream()
                .<Supplier<Exam>>map(count -> () -> Exam.of(count, users.told(count, seed))).toList());
    }

    /** Those of the first exam. */
    public HeldOut test() {
        return exams.getFirst().get().heldOut();
    }
}
