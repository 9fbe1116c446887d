package dev.marquee.cf.app.training;

import org.jspecify.annotations.Nullable;

/**
 * How far a training is.
 *
 * @param phase the word of a {@link Phase}, a text, because the table may hold trainings of other versions
 * @param epoch epochs done in this phase
 * @param epochs how many there are at most
 * @param train of the ratings that it learns from, after this epoch
 * @param validation of the ratings that are held out, after this epoch
 * @param remainingMillis an estimate for the whole training; {@code null} where there is none
 */
public record Progress(String phase, int epoch, int epochs, Figure train, Figure validation, long elapsedMillis,
        @Nullable Long remainingMillis) {

    /** The same figures at another time. */
    Progress at(String nowPhase, int nowEpoch, long elapsed, @Nullable Long remaining) {
        return new Progress(nowPhase, nowEpoch, epochs, train, validation, elapsed, remaining);
    }
}
