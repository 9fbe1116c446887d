package dev.marquee.cf.app.training;

import dev.marquee.cf.train.TrainProgress;
import dev.marquee.cf.train.TrainStep;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The course of one running training, told to those who follow it. The thread that trains goes on with it; any thread
 * may ask.
 */
final class TrainingCourse {
    private final TrainingJob begun;
    private final TrainingFeed feed;
    private final long start;
    private volatile Progress progress;
    /** As it was before the steps that follow the epochs; {@code null} while there are none. */
    private @Nullable Progress atEpochs;
    private boolean refitting;
    private Place place;
    private @Nullable String note;

    /** @param job as it stands; one that is resumed has run for some time already */
    TrainingCourse(TrainingJob job) {
        this.begun = job;
        this.feed = new TrainingFeed(job);
        this.start = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(job.progress().elapsedMillis());
        Progress before = job.progress();
        this.progress = before.at(before.phase(), before.epoch(), before.elapsedMillis(), null);
        this.place = job.place();
        this.note = job.note();
    }

    TrainingFeed feed() {
        return feed;
    }

    /** How far it is, now. */
    Progress now() {
        Progress last = progress;
        return last.at(last.phase(), last.epoch(), elapsed(), last.remainingMillis());
    }

    void phase(Phase phase) {
        Progress last = atEpochs == null ? progress : atEpochs;
        atEpochs = null;
        refitting |= phase == Phase.REFITTING;
        progress = last.at(phase.word(), phase == Phase.REFITTING ? 0 : last.epoch(), elapsed(), null);
        tell();
    }

    void epoch(TrainProgress epoch) {
        Progress last = progress;
        long left = epoch.remaining().toMillis();
        Double validation = Double.isNaN(epoch.validation())
                ? last.validation().value()
                : (Double) epoch.validation();
        progress = new Progress(last.phase(), epoch.epoch(), epoch.epochs(),
                new Figure(epoch.trainMetric().id(), epoch.train()),
                new Figure(epoch.validationMetric().id(), validation), elapsed(),
                left + refit(epoch.elapsed().toMillis() + left));
        tell();
    }

    /** The steps after the epochs are counted like these, in a phase of their own. */
    void step(TrainStep step) {
        Progress last = progress;
        atEpochs = atEpochs == null ? last : atEpochs;
        long left = step.remaining().toMillis();
        progress = new Progress(Phase.SCORING.word(), step.done(), step.steps(), last.train(), last.validation(),
                elapsed(), left + refit(step.elapsed().toMillis() + left));
        tell();
    }

    /** The refit takes as long as the first pass, up to the epoch that was best; that is not known yet. */
    private long refit(long firstPass) {
        return begun.spec().refit() && !refitting ? firstPass : 0;
    }

    void runsOn(Place where) {
        place = where;
        tell();
    }

    /**
     * @param text is told beside what was told before
     * @return all of it
     */
    String addNote(String text) {
        return note(note == null ? text : note + " " + text);
    }

    /** @param text takes the place of what was told before */
    String note(String text) {
        note = text;
        tell();
        return text;
    }

    private void tell() {
        feed.publish(
                new TrainingJob(begun.id(), begun.spec(), begun.startedAt(), progress, place, note, Outcome.NONE_YET));
    }

    private long elapsed() {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
