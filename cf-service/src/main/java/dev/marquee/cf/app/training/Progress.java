package dev.marquee.cf.app.training;

import org.jspecify.annotations.Nullable;

/**
 * How far a training is.
 *
 * @param epoch epochs done in this phase
 * @param epochs how many there are at most
 * @param train of the ratings that it learns from, after this epoch
 * @param validation of the ratings that are held out, after this epoch
 * @param remainingMillis an estimate for the whole training; {@code null} where there is none
 */
public record Progress(Phase phase, int epoch, int epochs, Figure train, Figure validation, long elapsedMillis,
        @Nullable Long remainingMillis) {

    /** The same figures at another time. */
    Progress at(Phase nowPhase, int nowEpoch, long elapsed, @Nullable Long remaining) {
        return new Progress(nowPhase, nowEpoch, epochs, train, validation, elapsed, remaining);
    }
}
