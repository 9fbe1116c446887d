package dev.marquee.cf.train.support;

import dev.marquee.cf.train.Checkpoints;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands a training what it goes on from, and keeps what it could go on from later; nothing, where the trainer does not
 * say what its numbers are. Used from the thread that trains.
 */
final class CheckpointKeeper {
    private final Checkpoints checkpoints;
    private @Nullable RunningState numbers;

    CheckpointKeeper(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /**
     * @param trainers takes its numbers over
     * @param restore takes over what else there is, if there is a checkpoint
     */
    void begin(RunningState trainers, Consumer<CheckpointFormat.EpochsDone> restore) {
        numbers = trainers;
        checkpoints.resume(in -> restore.accept(CheckpointFormat.read(in, trainers)));
    }

    /** @return whether one was due */
    boolean saveIfDue(History history, BestModel best) {
        RunningState now = numbers;
        if (now == null || !checkpoints.due()) {
            return false;
        }
        CheckpointFormat.EpochsDone done = CheckpointFormat.EpochsDone.of(history.epochs(), best.epoch(),
                best.model());
        checkpoints.save(history.size(), out -> CheckpointFormat.write(done, now, out));
        return true;
    }
}
