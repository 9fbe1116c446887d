package dev.marquee.cf.app.training;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.ArrayList;
import java.util.List;

/**
 * The current state of one training and those who watch it. A late watcher gets the current state first; all streams
 * end when the training ends. A watcher who is slow misses states in between, never the last one. Thread-safe.
 */
final class TrainingFeed {
    private final List<MultiEmitter<? super TrainingJob>> watchers = new ArrayList<>();
    private TrainingJob current;
    private boolean over;

    TrainingFeed(TrainingJob first) {
        this.current = first;
    }

    synchronized TrainingJob current() {
        return current;
    }

    synchronized void publish(TrainingJob state) {
        current = state;
        for (MultiEmitter<? super TrainingJob> watcher : List.copyOf(watchers)) {
            watcher.emit(state);
            if (!state.running()) {
                watcher.complete();
            }
        }
        if (!state.running()) {
            watchers.clear();
        }
    }

    /** Ends all streams, though the training may go on elsewhere: there is nothing more to tell of it here. */
    synchronized void end() {
        over = true;
        List.copyOf(watchers).forEach(MultiEmitter::complete);
        watchers.clear();
    }

    Multi<TrainingJob> watch() {
        return Multi.createFrom().emitter(watcher -> add(watcher), BackPressureStrategy.LATEST);
    }

    private synchronized void add(MultiEmitter<? super TrainingJob> watcher) {
        watcher.emit(current);
        if (over || !current.running()) {
            watcher.complete();
            return;
        }
        watchers.add(watcher);
        watcher.onTermination(() -> remove(watcher));
    }

    private synchronized void remove(MultiEmitter<? super TrainingJob> watcher) {
        watchers.remove(watcher);
    }
}
